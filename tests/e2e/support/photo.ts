import fs from 'node:fs'
import path from 'node:path'
import { RECOGNISED_PICTURE, renderPicture } from '~db/seed/pictures/render-picture'
import type { MaterialType } from '~/core/material-types'

export type JourneyPhoto = { name: string; mimeType: string; buffer: Buffer; material: MaterialType }
