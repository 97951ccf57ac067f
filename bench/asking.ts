/** Reads one address for some seconds, from a process of its own: whoever answers does nothing else. */
import { hammer } from './measuring.ts'

const [, , url = '', seconds = '5'] = process.argv
process.stdout.write(JSON.stringify(await hammer(url, Number(seconds))))
