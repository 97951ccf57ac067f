import { compile } from '@inlang/paraglide-js'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { projectRoot, readSettings } from '../platform/settings/settings.ts'
import { endBy } from './ending.ts'
import { openDemonstration, tellWhereToLook } from './demo.ts'
import { complain } from './speaking.ts'

export async function dev(): Promise<void> {
  const house = await openDemonstration({ ...readSettings(), mailShown: true })
  const { port, host } = house.settings
  const vite = await createServer({ root: projectRoot, server: { port, host, strictPort: true } })
  try {
    await vite.listen()
  } catch (error) {
    await vite.close()
    await house.close()
    throw error
  }
  recompileWords()
  await tellWhereToLook(house)
  endBy({
    close: async () => {
      await Promise.all([house.live.close(), vite.close()])
      await house.close()
    }
  })
}

/** Changed texts become modules, which reload like any other. */
function recompileWords(): void {
  let soon: NodeJS.Timeout | undefined
  watch(join(projectRoot, 'messages'), { recursive: true }, () => {
    clearTimeout(soon)
    soon = setTimeout(() => {
      compile({
        project: join(projectRoot, 'project.inlang'),
        outdir: join(projectRoot, 'src/ui/words/generated'),
        outputStructure: 'locale-modules'
      }).catch((error: unknown) => complain(`The texts could not be read: ${String(error)}`))
    }, 100)
  })
}
