import path from 'node:path'
import { workerData } from 'node:worker_threads'
import { loadRuntime, type Session } from '~/features/classifier/load-runtime'
import type { Pixels } from '~/features/photos/model/pixels'
import { answerInThread } from '~/platform/answering-thread'
import { startCpuClock } from '~/platform/cpu-time'
import { decodeFaces, decodeObjects, type Found, type Planes } from './model/decode'
import { LEAST } from './model/sightings'

/** What the thread is started with. */
export type DetectorData = { folder: string; isRestart: boolean }
/** Pictures to look at. */
export type DetectorQuestion = { faces: Pixels[]; objects: Pixels[] }
/** What was found in each picture of a request, in its pixels, and the thread's processor time. */
export type DetectorAnswer = { faces: Found[][]; people: Found[][]; vehicles: Found[][]; cpuMs: number }
type Networks = { faces: Session; objects: Session }

async function load(): Promise<Networks> {
  const { folder, isRestart } = workerData as DetectorData
  const runtime = loadRuntime({ isRestart, cores: 1 })
  return {
    faces: await runtime.open(path.join(folder, 'faces.onnx')),
    objects: await runtime.open(path.join(folder, 'objects.onnx')),
  }
}

/** Bytes row by row, three for each pixel, as the planes of a network. */
function planesOf({ data, width, height }: Pixels): Float32Array {
  const size = width * height
  const planes = new Float32Array(3 * size)
  for (let at = 0; at < size; at++) {
    planes[at] = data[3 * at]!
    planes[size + at] = data[3 * at + 1]!
    planes[2 * size + at] = data[3 * at + 2]!
  }
  return planes
}

async function run(session: Session, pixels: Pixels): Promise<Record<string, Planes>> {
  return session({ pixels: { data: planesOf(pixels), dims: [1, 3, pixels.height, pixels.width] } })
}

async function findFaces(session: Session, pixels: Pixels): Promise<Found[]> {
  const said = await run(session, pixels)
  return (['fine', 'coarse'] as const).flatMap((grid) =>
    decodeFaces(grid, said[`${grid}_scores`]!, said[`${grid}_boxes`]!, LEAST.face),
  )
}

/** People are the first plane, vehicles of all kinds the others (`OBJECT_CLASSES` of the build). */
async function findObjects(
  session: Session,
  pixels: Pixels,
): Promise<{ people: Found[]; vehicles: Found[] }> {
  const { scores, sides } = await run(session, pixels)
  return {
    people: decodeObjects(scores!, 0, sides!, LEAST.person),
    vehicles: [1, 2, 3, 4].flatMap((plane) => decodeObjects(scores!, plane, sides!, LEAST.vehicle)),
  }
}

async function look(networks: Networks, question: DetectorQuestion): Promise<DetectorAnswer> {
  const clock = startCpuClock()
  const faces: Found[][] = []
  for (const pixels of question.faces) faces.push(await findFaces(networks.faces, pixels))
  const people: Found[][] = []
  const vehicles: Found[][] = []
  for (const pixels of question.objects) {
    const found = await findObjects(networks.objects, pixels)
    people.push(found.people)
    vehicles.push(found.vehicles)
  }
  return { faces, people, vehicles, cpuMs: clock().cpuMs }
}

answerInThread(load, look)
