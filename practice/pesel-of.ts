/** A PESEL with a right check digit for an invented person, born 1900–2099. `serial` is 0–99. */
export function peselOf(born: string, sex: 'female' | 'male', serial: number): string {
  const [year, month, day] = born.split('-') as [string, string, string]
  const coded = Number(month) + (year.startsWith('20') ? 20 : 0)
  const pad = (n: number, length: number) => String(n).padStart(length, '0')
  const digits = `${year.slice(2)}${pad(coded, 2)}${day}00${pad(serial, 2).slice(0, 1)}${pad((serial % 5) * 2 + (sex === 'male' ? 1 : 0), 1)}`
  const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return digits + ((10 - (sum % 10)) % 10)
}
