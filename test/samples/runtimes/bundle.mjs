import * as sdk from '@keymetrics/sdk'
import * as live from '@keymetrics/sdk/live'
import { exercise } from './exercise.mjs'

globalThis.exerciseSdk = (target) => exercise(sdk, live, target)
