import { heedSignals, isEnding } from './ending.ts'
import { complain, say } from './speaking.ts'

type Command = { about: string; arguments?: string; run(args: string[]): Promise<void> }

const commands: Record<string, Command> = {
  demo: {
    about: 'the demonstration world, served on PORT until Ctrl-C; --reset begins anew',
    arguments: '[--reset]',
    run: async (args) => (await import('./demo.ts')).demo(args)
  },
  dev: {
    about: 'the same with reload, for whoever changes the code',
    run: async () => (await import('./dev.ts')).dev()
  },
  serve: {
    about: 'serve the pages on PORT until Ctrl-C',
    run: async () => (await import('./serve.ts')).serve()
  },
  migrate: {
    about: 'bring the database up to date',
    run: async () => (await import('./migrating.ts')).migrateDatabase()
  },
  begin: {
    about: 'name a new installation and its first administrator, with the usual kinds',
    arguments: 'MAIL NAME',
    run: async (args) => (await import('./beginning.ts')).begin(args)
  },
  seed: {
    about: 'load the demonstration world into an empty database',
    run: async () => (await import('./seeding.ts')).seed()
  },
  'sign-in-link': {
    about: 'an address that signs in by one press, as administrator, coordinator …',
    arguments: 'ROLE',
    run: async (args) => (await import('./signing-in.ts')).tellSignInLink(args)
  },
  dump: {
    about: 'write all there is to a file, while work goes on',
    arguments: 'FILE',
    run: async (args) => (await import('./moving.ts')).dumpTo(args)
  },
  load: {
    about: 'load such a file into an empty database',
    arguments: 'FILE',
    run: async (args) => (await import('./moving.ts')).loadFrom(args)
  },
  publication: {
    about: 'write a frozen report as PDF, Word, web page, or all there is of it as a zip',
    arguments: 'SLUG --pdf FILE …',
    run: async (args) => (await import('./publication.ts')).writePublication(args)
  },
  bounced: {
    about: 'take in, on standard input, what a mail server tells of a mail that did not arrive',
    run: async () => (await import('./bounced.ts')).takeBounced()
  },
  doctor: {
    about: 'tell whether all is as it should be',
    run: async () => (await import('./doctor.ts')).doctor()
  }
}

const settings = `Settings are environment variables:
  PORT          where to listen (3000)
  HOST          on which network address (127.0.0.1, this machine alone)
  DATA_DIR      the folder of secret and database (data, in the checkout)
  DATABASE_URL  a PostgreSQL 15 to 18 to use instead of the built-in one
  ORIGIN        the public address, like https://kvarter.example.se
  TRUST_PROXY   how many proxies in front may be believed (0)
  SMTP_URL      where mail is sent from; without it, mail stays in the outbox page
  MAIL_FROM     the sender of mail
  LOG_LEVEL     fatal, error, warn, info, debug, trace or silent (info)`

function usage(): string {
  const lines = Object.entries(commands).map(
    ([name, { about, arguments: args = '' }]) => `  ${`${name} ${args}`.padEnd(22)}${about}`
  )
  return ['Usage: kvarter COMMAND', '', ...lines, '', settings].join('\n')
}

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return say(usage())
  const command = commands[name]
  if (!command) {
    complain(`There is no command "${name}".\n\n${usage()}`)
    process.exitCode = 64
    return
  }
  if (args.includes('--help') || args.includes('-h')) {
    return say(`Usage: kvarter ${name} ${command.arguments ?? ''}\n${command.about}`)
  }
  await command.run(args)
}

heedSignals()
try {
  await main(process.argv.slice(2))
} catch (error) {
  const { reasonFor } = await import('./reasons.ts')
  if (!isEnding()) complain(reasonFor(error))
  process.exitCode = 1
}
