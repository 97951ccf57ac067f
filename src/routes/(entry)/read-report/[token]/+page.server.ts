import { readerIn } from '../holding.ts'
import { readingData } from '../loading.ts'

export const load = async (event) => readingData(event, await readerIn(event))
