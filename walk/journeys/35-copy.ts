import { randomUUID } from 'node:crypto'
import { idOf } from '../../practice/act.ts'
import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

const id = caseOf('probni')
const person = (name: string) => idOf(`probni/person/${name}`)

export default journey(
  'Pani Karolina prosi o kopię swoich danych',
  'Kto prosi, dostaje to, co mamy zapisane o tej jednej osobie. Koordynatorka widzi najpierw, ile czego będzie i co zostaje poza kopią. O mężu pani Karoliny nie ma na niej ani słowa.',
  async (walk) => {
    const joanna = await walk.as('Joanna Przykładna')
    const written = (words: string, about: string[]) => ({
      id: randomUUID(),
      to: [],
      class: 'file',
      about,
      words,
    })
    const matter = randomUUID()
    await joanna.sends('/conversations', {
      id: matter,
      place: id,
      title: 'Kurs na wiosnę',
      readers: [],
      message: written('Chce zapisać się na kurs komputerowy od marca.', [person('karolina')]),
    })
    await joanna.sends(`/conversations/${matter}/messages`, {
      ...written('Oboje pytali o wspólny termin wizyty.', [person('karolina'), person('miroslaw')]),
    })
    await joanna.open(`/conversations/${matter}`)
    await joanna.reads('Kto z rodziny o to poprosi, dostanie kopię')

    await joanna.open(`/families/${id}/household`)
    await joanna.follow('Kopia danych')
    await joanna.reads('O kim')
    await joanna.picture(
      'o kim jest kopia i do czyich rąk: dorosłej osoby albo kogoś, kto reprezentuje dziecko.',
    )
    await joanna.pick(/^Karolina Próbna/)
    await joanna.reads('Wiadomości między pracownikami')
    await joanna.reads('Chce zapisać się na kurs komputerowy od marca.')
    await joanna.picture('przed wydrukiem czyta to, co będzie w kopii, i widzi, ile zostaje poza nią.')
    await joanna.press('Zostaw poza kopią')
    await joanna.reads('zostaje poza kopią')
    await joanna.picture('wpis, w którym jest mowa o kimś innym, zostaje poza kopią jednym dotknięciem.')
    await joanna.press('Jednak do kopii')
    const paper = await joanna.paper(
      'Kopia danych pani Karoliny',
      `/api/cases/${id}/copy.pdf?person=${person('karolina')}&to=${person('karolina')}`,
    )
    if (!paper.includes('kurs komputerowy od marca'))
      throw new Error('what was written about her is not there')
    if (/Mirosław|wspólny termin/.test(paper)) throw new Error('her copy tells of somebody else')

    await joanna.pick(/^Kacper Próbny/)
    await joanna.reads('Co będzie w kopii')
    await joanna.picture('kopia danych dziecka: do rąk rodzica, z tego, co jest o samym dziecku.')
    await joanna.open(`/families/${id}/timeline`)
    await joanna.reads('Kopia danych (Karolina Próbna) wydana do rąk: Karolina Próbna')
    await joanna.picture('w przebiegu sprawy zostaje, komu i kiedy wydano kopię, bez jej treści.')
  },
)
