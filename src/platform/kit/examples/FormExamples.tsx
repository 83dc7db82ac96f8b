import { Check, CircleHelp, X } from 'lucide-react'
import { useState } from 'react'
import { Problem } from '../../web/request.ts'
import { useDraft } from '../../web/useDraft.ts'
import type { FormState } from '../../web/useForm.ts'
import { Button } from '../Button.tsx'
import { CheckboxField } from '../CheckboxField.tsx'
import { ChoiceCards } from '../ChoiceCards.tsx'
import { Columns } from '../Columns.tsx'
import { DateField } from '../DateField.tsx'
import { Done } from '../Done.tsx'
import { FileField } from '../FileField.tsx'
import { FieldRow, Form } from '../Form.tsx'
import { MultiSelectField } from '../MultiSelectField.tsx'
import { Section } from '../Section.tsx'
import { SelectField } from '../SelectField.tsx'
import { SuggestField } from '../SuggestField.tsx'
import { TextArea } from '../TextArea.tsx'
import { TextField } from '../TextField.tsx'
import { WordsField } from '../WordsField.tsx'
import { inDays } from './examples.ts'

const empty = {
  who: '',
  what: '',
  institution: null as string | null,
  worries: [] as string[],
  signs: [] as string[],
  more: '',
  where: '',
  day: null as string | null,
  knows: null as 'yes' | 'no' | null,
  urgent: false,
}

const institutions = [
  { value: 'gops', label: 'GOPS Ćwiczebny' },
  { value: 'sp', label: 'Szkoła Podstawowa w Zmyślonej' },
  { value: 'poz', label: 'POZ w Oksie' },
  { value: 'fund', label: 'Fundacja „Próba”' },
]

const worries = [
  'Ubóstwo',
  'Bezrobocie',
  'Opuszczanie lekcji',
  'Opieka nad starszą osobą',
  'Długi',
  'Samotność',
].map((label) => ({ value: label, label }))

const groups = [
  {
    key: 'money',
    label: 'Pieniądze',
    options: [
      { value: 'debt', label: 'Zadłużenie', also: 'długi, komornik' },
      { value: 'work', label: 'Bez pracy' },
    ],
  },
  {
    key: 'home',
    label: 'Mieszkanie',
    options: [{ value: 'cold', label: 'Zimno w domu' }],
    below: 'Gmina pomaga w zakupie opału.',
  },
]

/** Fields in Splot's look, a draft that survives a reload, choices for a thumb, mistakes that say what to do. */
export function FormExamples() {
  return (
    <Columns aside={<Answers />}>
      <Section heading="Zgłoszenie z szkicem">
        <DraftedForm />
      </Section>
      <Section heading="Gdy czegoś brakuje">
        <MistakenForm />
      </Section>
    </Columns>
  )
}

/** A form without an endpoint: here nothing is sent. */
const still: FormState = {
  submit: () => {},
  busy: false,
  sent: 0,
  problem: null,
  unsaid: () => null,
  conflict: () => null,
  texts: () => [],
  draft: null,
}

function DraftedForm() {
  const draft = useDraft('kit/concern', () => empty)
  const [sent, setSent] = useState(false)
  const { values, change } = draft
  if (sent) {
    return (
      <Done title="Wysłano zgłoszenie do GOPS Ćwiczebnego" sub="Odpowiedź przyjdzie najpóźniej za 3 dni.">
        <Button onClick={() => setSent(false)}>Napisz następne</Button>
      </Done>
    )
  }
  return (
    <Form
      of={{
        ...still,
        draft,
        submit: () => {
          draft.clear()
          setSent(true)
        },
      }}
      deed="Wyślij zgłoszenie"
    >
      <TextField
        label="O kogo chodzi"
        hint="Tyle, ile wiesz: imiona, wiek, gdzie mieszkają."
        value={values.who}
        onChange={(who) => change({ who })}
      />
      <TextArea
        label="Co Cię niepokoi"
        value={values.what}
        onChange={(what) => change({ what })}
        maxLength={300}
      />
      <FieldRow>
        <SelectField
          label="Do kogo"
          options={institutions}
          value={values.institution}
          onChange={(institution) => change({ institution })}
        />
        <DateField
          label="Na kiedy"
          optional
          min={inDays(0)}
          value={values.day}
          onChange={(day) => change({ day })}
        />
      </FieldRow>
      <WordsField
        label="Co jeszcze się dzieje"
        hint="Napisz np. „mają długi”: podpowiemy rodzaj trudności."
        words={values.more}
        onWords={(more) => change({ more })}
        maxLength={500}
        groups={groups}
        value={values.signs}
        onChange={(signs) => change({ signs })}
      />
      <SuggestField
        label="Gdzie"
        hint="Zacznij pisać, np. „Zmy”."
        suggestions={['Zmyślona, gmina Oksa', 'Zmyślona Mała, gmina Oksa', 'Próbna, gmina Niby']}
        value={values.where}
        onChange={(where) => change({ where })}
      />
      <MultiSelectField
        label="Z czym rodzina się mierzy"
        optional
        options={worries}
        value={values.worries}
        onChange={(picked) => change({ worries: picked })}
      />
      <ChoiceCards
        label="Czy rodzina wie o zgłoszeniu?"
        value={values.knows}
        onChange={(knows) => change({ knows })}
        choices={[
          { value: 'yes', title: 'Tak', sub: 'rozmawialiśmy o tym' },
          { value: 'no', title: 'Jeszcze nie', sub: 'powiemy jej przy pierwszym kontakcie' },
        ]}
      />
      <CheckboxField
        label="Sprawa nie może czekać do jutra"
        hint="Zadzwonimy jeszcze dziś. Gdy ktoś jest w niebezpieczeństwie, dzwoń: 112."
        value={values.urgent}
        onChange={(urgent) => change({ urgent })}
      />
    </Form>
  )
}

const refused = new Problem({
  status: 422,
  code: 'concern-incomplete',
  title: 'Zgłoszenie jeszcze nie wyszło.',
  detail: 'Uzupełnij dwa zaznaczone pola i wyślij ponownie.',
})

function MistakenForm() {
  const [files, setFiles] = useState<File[]>([])
  const [day, setDay] = useState<string | null>(inDays(-3))
  const [text, setText] = useState('')
  return (
    <Form of={{ ...still, busy: true, problem: refused }} deed="Wysyłamy">
      <TextField
        label="Telefon"
        value={text}
        onChange={setText}
        error="Podaj numer, pod którym ktoś odbierze, np. 41 000 10 21."
      />
      <FieldRow>
        <DateField
          label="Termin"
          value={day}
          onChange={setDay}
          error="Ten dzień już minął. Wybierz dziś lub później."
        />
        <SelectField
          label="Instytucja"
          options={institutions}
          value={null}
          onChange={() => {}}
          error="Wybierz instytucję."
        />
      </FieldRow>
      <ChoiceCards
        label="Pilność"
        value={null}
        onChange={() => {}}
        choices={[
          { value: 'today', title: 'Dziś' },
          { value: 'week', title: 'W tym tygodniu' },
        ]}
        error="Wybierz jedną odpowiedź."
      />
      <CheckboxField
        label="Rodzina zna treść"
        value={false}
        onChange={() => {}}
        error="Zaznacz, gdy rodzina przeczytała treść."
      />
      <FileField
        label="Załączniki"
        optional
        many
        hint="PDF albo zdjęcie, do 10 MB."
        accept="application/pdf,image/*"
        value={files}
        onChange={setFiles}
      />
    </Form>
  )
}

const reasons = [
  'Brak wolnych miejsc',
  'To nie nasze zadanie',
  'To nie nasz teren',
  'Wiek lub warunki przyjęcia',
  'Inny powód',
]

function Answers() {
  const [reason, setReason] = useState<string | null>(reasons[0]!)
  return (
    <>
      <Section heading="Odpowiedź na telefonie">
        <div style={{ display: 'grid', gap: 10 }}>
          <Button kind="filled" size="answer" icon={Check}>
            Przyjmujemy
          </Button>
          <Button size="answer" icon={X}>
            Nie możemy
          </Button>
          <Button size="answer" icon={CircleHelp}>
            Potrzebujemy informacji
          </Button>
        </div>
      </Section>
      <Section heading="Powód odmowy">
        <ChoiceCards
          label="Dlaczego nie możecie?"
          look="rows"
          value={reason}
          onChange={setReason}
          choices={reasons.map((title) => ({ value: title, title }))}
        />
      </Section>
    </>
  )
}
