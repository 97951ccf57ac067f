import { version } from '../../../../package.json'

export const load = () => ({ version })
