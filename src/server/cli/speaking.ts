/** Something the person at the keyboard can do something about: told without a stack. */
export class CommandError extends Error {}

export const say = (line = ''): void => void process.stdout.write(`${line}\n`)
export const complain = (line: string): void => void process.stderr.write(`${line}\n`)
