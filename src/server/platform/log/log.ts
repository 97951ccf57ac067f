import pino from 'pino'
import type { LogLevel } from '../settings/settings.ts'
import { describeError } from './errors.ts'

export type Log = pino.Logger

/** JSON lines without personal data: nothing that somebody wrote, no mail address, no personal link. */
export function openLog(level: LogLevel, to?: pino.DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: describeError },
    // A net under the rule, should somebody log a whole row or request.
    redact: {
      paths: [
        'email',
        'name',
        'token',
        'password',
        '*.email',
        '*.name',
        '*.token',
        '*.password',
        '*.cookie',
        'headers'
      ],
      censor: '…'
    }
  }
  return to ? pino(options, to) : pino(options)
}
