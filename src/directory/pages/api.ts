import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { directoryContract } from '../contract.ts'
import { publicContract } from '../public-contract.ts'

export const directoryApi = clientOf(directoryContract)
export const publicApi = clientOf(publicContract)

export type Listed = z.output<typeof directoryContract.services.answer>['items'][number]
export type Service = z.output<typeof directoryContract.service.answer>
export type PublicService = z.output<typeof publicContract.publicService.answer>
export type Where = z.output<typeof directoryContract.whereServices.answer>
export type SeenTimetable = z.output<typeof directoryContract.seeTimetable.answer>
export type TimetableStop = z.output<typeof directoryContract.timetableStops.answer>[number]
export type SeenServices = z.output<typeof directoryContract.seeServices.answer>
export type RoadFactor = z.output<typeof directoryContract.roadFactors.answer>[number]
