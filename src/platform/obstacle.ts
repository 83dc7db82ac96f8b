/**
 * What stands in the way of one of our programmes, for whoever runs the machine: the message says what is wrong and
 * what to do, in Polish.
 */
export class Obstacle extends Error {}

type Faulty = Error & {
  code?: string
  path?: string
  address?: string
  port?: number
  hostname?: string
  severity?: string
}

/** What went wrong, in words for whoever runs the machine; undefined where nobody foresaw it. */
export function inWords(error: unknown): string | undefined {
  if (error instanceof Obstacle) return error.message
  const { code = '', message = '', path, hostname, address, port, severity } = error as Faulty
  // Several addresses of one host were tried (localhost): any of them says why.
  if (error instanceof AggregateError && error.errors.length) return inWords(error.errors[0])
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} zajmuje inny program. Zatrzymaj go albo podaj inny w PORT, na przykład PORT=${(port ?? 4300) + 1}.`
    case 'EADDRNOTAVAIL':
      return `Ta maszyna nie ma adresu ${address}. Popraw HOST.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      if (port) return `Nie wolno nam słuchać na porcie ${port}. Podaj w PORT liczbę od 1024.`
      return `Nie wolno nam tu pisać ani czytać: ${path ?? message}. Nadaj prawa użytkownikowi, który uruchamia Splot, albo podaj inny folder (SPLOT_DATA, SPLOT_BACKUPS).`
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return `Tu miał być folder albo plik innego rodzaju: ${path ?? message}. Podaj inną ścieżkę (SPLOT_DATA, SPLOT_BACKUPS).`
    case 'ENOENT':
      return `Nie ma takiego pliku ani folderu: ${path ?? message}. Sprawdź ścieżkę.`
    case 'ENOSPC':
    case 'EDQUOT':
    case '53100':
      return 'Na dysku zabrakło miejsca. Zrób miejsce i uruchom jeszcze raz; to, co potwierdzone, zostało zapisane.'
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return 'Serwer bazy nie odpowiada. Sprawdź, czy działa, i czy adres w DATABASE_URL jest właściwy.'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Nie ma w sieci serwera bazy „${hostname}”. Popraw adres w DATABASE_URL.`
    case '28P01':
    case '28000':
      return 'Serwer bazy nie wpuszcza tego użytkownika. Popraw nazwę i hasło w DATABASE_URL.'
    case '3D000':
      return 'Na tym serwerze nie ma takiej bazy. Załóż ją (createdb) albo popraw nazwę w DATABASE_URL.'
    case '53300':
      return 'Serwer bazy nie ma już wolnych połączeń. Zwiększ max_connections albo zamknij inne programy.'
    case '25006':
      return 'Ten serwer bazy tylko odpowiada na pytania i nic nie zapisze. Podaj w DATABASE_URL serwer główny.'
    case '42501':
      // Of a table it speaks to whoever wrote the rules, not to whoever runs the machine.
      if (!/^(permission denied to |permission denied for (database|schema)|must be )/.test(message))
        return undefined
      return `Użytkownikowi bazy z DATABASE_URL brakuje uprawnień (${message}). Musi być właścicielem bazy i móc zakładać role: ALTER ROLE … CREATEROLE, ALTER DATABASE … OWNER TO …`
    case '57P01':
    case '57P02':
    case '57P03':
    case 'ECONNRESET':
    case 'EPIPE':
      return interrupted
  }
  if (/^Connection terminated|Client has encountered a connection error/.test(message)) return interrupted
  if (severity === 'FATAL') return `Serwer bazy odmówił: ${message}.`
  return undefined
}

const interrupted =
  'Baza zamknęła połączenie, zanim skończyliśmy. Poczekaj, aż wstanie, i uruchom jeszcze raz; nic nie zostało zrobione w połowie.'
