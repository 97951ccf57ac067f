import { loadStreet } from '../../loading.ts'

export const load = (event) => loadStreet(event)
