// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { Config } from '@backstage/config';
import { parseDuration } from '@fairway/requests-common';
import { at, invalid } from '../../config/at';
import { readTopic } from './readTopic';
import { readWebhook } from './readWebhook';
import { readWorkflow } from './readWorkflow';
import { HOUR, readMilliseconds, type Section } from './section';
import type { Receiver, ValueRule } from './types';

const KEY = 'selfService.dispatch';
const NAME = /^[a-z][a-z0-9-]{0,62}$/;
/** Tokens for reports live as long, and a request does not wait for ever. */
const LONGEST = 24 * HOUR;

const TRANSPORTS = {
  'github-workflow': readWorkflow,
  webhook: readWebhook,
  'kafka-topic': readTopic,
};

/**
 * Reads `selfService.dispatch`: who is told to do something, by whoever runs the portal.
 *
 * @throws InputError `config-invalid` with the name of the key
 */
export function readReceivers(config: Config): Receiver[] {
  const section = at(KEY, () => config.getOptionalConfig(KEY));
  return (section?.keys() ?? []).map(name => {
    const key = `${KEY}.${name}`;
    if (!NAME.test(name)) {
      throw invalid(key, 'names are lower-case letters, digits and hyphens');
    }
    return readReceiver(name, {
      key,
      config: at(key, () => section!.getConfig(name)),
    });
  });
}

function readReceiver(name: string, { key, config }: Section): Receiver {
  const type = at(`${key}.type`, () => config.getString('type'));
  if (!Object.hasOwn(TRANSPORTS, type)) {
    const known = Object.keys(TRANSPORTS).map(each => `"${each}"`);
    throw invalid(`${key}.type`, `"${type}" is none of ${known.join(', ')}`);
  }
  const values = readValues({ key, config });
  const part = TRANSPORTS[type as keyof typeof TRANSPORTS]({
    key,
    config,
    values: values && Object.keys(values),
  });
  const { shown, ...transport } = part;
  const common = {
    environments: readNames(config, `${key}.environments`),
    services: readNames(config, `${key}.services`),
    lifetime: readLifetime({ key, config }),
    timeoutMilliseconds: readMilliseconds(
      { key, config },
      { name: 'timeout', standard: HOUR, most: LONGEST },
    ),
  };
  return {
    ...transport,
    ...common,
    name,
    title: at(`${key}.title`, () => config.getOptionalString('title')) ?? name,
    ...(values && { values }),
    digest: digestOf({ ...shown, ...common, type, values: shownRules(values) }),
  };
}

function readNames(config: Config, key: string): string[] | undefined {
  const name = key.slice(key.lastIndexOf('.') + 1);
  return at(key, () => config.getOptionalStringArray(name));
}

function readLifetime({ key, config }: Section): Receiver['lifetime'] {
  const place = `${key}.lifetime.maximum`;
  const maximum = at(place, () => config.getOptionalString('lifetime.maximum'));
  if (maximum === undefined) return undefined;
  at(place, () => parseDuration(maximum));
  return { maximum };
}

function readValues({
  key,
  config,
}: Section): Record<string, ValueRule> | undefined {
  const section = at(`${key}.values`, () => config.getOptionalConfig('values'));
  if (!section) return undefined;
  return Object.fromEntries(
    section.keys().map(name => {
      const place = `${key}.values.${name}`;
      const rule = at(place, () => section.getConfig(name));
      const pattern = at(`${place}.pattern`, () => {
        const text = rule.getOptionalString('pattern');
        return text === undefined
          ? undefined
          : new RegExp(`^(?:${text})$`, 'u');
      });
      const choices = at(`${place}.enum`, () =>
        rule.getOptionalStringArray('enum'),
      );
      const read: ValueRule = {
        required:
          at(`${place}.required`, () => rule.getOptionalBoolean('required')) ??
          false,
        ...(pattern && { pattern }),
        ...(choices && { enum: choices }),
      };
      return [name, read];
    }),
  );
}

function shownRules(values: Record<string, ValueRule> | undefined) {
  return Object.entries(values ?? {}).map(([name, rule]) => ({
    ...rule,
    name,
    pattern: rule.pattern?.source,
  }));
}

function digestOf(shown: object): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
