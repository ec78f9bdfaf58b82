// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { at, invalid } from '../../config/at';
import type { Receiver } from './types';

export const HOUR = 3_600_000;

/** What every transport's part is read from. */
export interface Section {
  key: string;
  config: Config;
  /** Names of the values that are declared; undefined where any are taken. */
  values?: string[];
}

/** What a transport's part is, before what all have in common is added; `shown` is what the digest covers. */
export type ReadPart<TReceiver extends Receiver> = Omit<
  TReceiver,
  | 'name'
  | 'title'
  | 'environments'
  | 'services'
  | 'values'
  | 'lifetime'
  | 'timeoutMilliseconds'
  | 'digest'
> & { shown: object };

/** A duration of a receiver. */
export function readMilliseconds(
  { key, config }: Section,
  options: { name: string; standard: number; most: number },
): number {
  const { name, standard, most } = options;
  if (!config.has(name)) return standard;
  const read = at(`${key}.${name}`, () =>
    durationToMilliseconds(readDurationFromConfig(config, { key: name })),
  );
  if (!(read > 0 && read <= most)) {
    throw invalid(
      `${key}.${name}`,
      `it is not between a moment and ${most / HOUR} hours`,
    );
  }
  return read;
}
