import { useTranslation } from 'react-i18next'
import { hourFromTyping } from '../../institutions/hourFromTyping.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { hour } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import type { Item } from './api.ts'

/** Days that have the same hours, as they are written. */
export type WeeklyLine = { id: string; days: string[]; begins: string; ends: string }

const week = ['1', '2', '3', '4', '5', '6', '7']
const empty = (): WeeklyLine => ({ id: newId(), days: [], begins: '', ends: '' })

export function linesOf(weekly: Item['weekly'] = []): WeeklyLine[] {
  const lines = new Map<string, WeeklyLine>()
  for (const { weekday, begins, ends } of weekly) {
    const line = lines.get(`${begins} ${ends}`) ?? {
      ...empty(),
      begins: hour(begins),
      ends: hour(ends ?? ''),
    }
    lines.set(`${begins} ${ends}`, { ...line, days: [...line.days, String(weekday)] })
  }
  return lines.size ? [...lines.values()] : [empty()]
}

/** What was written, of lines with a day and an hour. */
export const weeklyOf = (lines: WeeklyLine[]): Item['weekly'] =>
  lines.flatMap(({ days, begins, ends }) =>
    days.map((day) => ({
      weekday: Number(day),
      begins: hourFromTyping(begins) ?? begins,
      ends: ends.trim() ? (hourFromTyping(ends) ?? ends) : null,
    })),
  )

/** A day without an hour, hours without a day, or an end before its beginning. */
export const isWrong = ({ days, begins, ends }: WeeklyLine) => {
  if (!days.length) return begins.trim() !== '' || ends.trim() !== ''
  const [from, to] = [hourFromTyping(begins), hourFromTyping(ends)]
  return !from || from === '24:00' || (ends.trim() !== '' && (!to || to <= from || to === '24:00'))
}

/** When in the week something takes place, as far as it is settled. */
export function WeeklyFields(props: {
  lines: WeeklyLine[]
  onChange: (lines: WeeklyLine[]) => void
  tried: boolean
}) {
  const { lines, onChange, tried } = props
  const { t } = useTranslation('baskets', { keyPrefix: 'weekly' })
  const { t: day } = useTranslation('directory', { keyPrefix: 'day' })
  return (
    <fieldset style={{ display: 'grid', gap: 8 }}>
      <legend className="sm m">{t('legend')}</legend>
      {lines.map((line, i) => {
        const set = (part: Partial<WeeklyLine>) =>
          onChange(lines.map((each, at) => (at === i ? { ...each, ...part } : each)))
        return (
          <div key={line.id} style={{ display: 'grid', gap: 8 }}>
            <Chips
              choices={week.map((value) => ({ value, label: day(value) }))}
              value={line.days}
              onTurn={(value) =>
                set({
                  days: line.days.includes(value)
                    ? line.days.filter((each) => each !== value)
                    : [...line.days, value].sort(),
                })
              }
            />
            <FieldRow>
              <TextField
                label={t('begins')}
                value={line.begins}
                onChange={(begins) => set({ begins })}
                error={tried && isWrong(line) && t('wrong')}
                optional
              />
              <TextField label={t('ends')} value={line.ends} onChange={(ends) => set({ ends })} optional />
            </FieldRow>
          </div>
        )
      })}
      <p>
        <Button kind="quiet" size="small" onClick={() => onChange([...lines, empty()])}>
          {t('more')}
        </Button>
      </p>
    </fieldset>
  )
}
