// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '@backstage/types';
import { at, invalid } from '../../config/at';
import { STANDARD_BODY } from './body';
import type { ReadPart, Section } from './section';
import { problemOf } from './template';
import type { TopicReceiver } from './types';

const SERVER = /^\[?[\w.:-]+\]?:(\d{1,5})$/;
/** Names that Kafka takes (Topic.java). */
const TOPIC = /^[A-Za-z0-9._-]{1,249}$/;
const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;

export function readTopic({
  key,
  config,
  values,
}: Section): ReadPart<TopicReceiver> {
  const bootstrapServers = at(`${key}.bootstrapServers`, () =>
    config.getStringArray('bootstrapServers'),
  );
  const faulty = bootstrapServers.find(server => !SERVER.test(server));
  if (faulty !== undefined || bootstrapServers.length === 0) {
    throw invalid(
      `${key}.bootstrapServers`,
      faulty === undefined ? 'it is empty' : `"${faulty}" is no host:port`,
    );
  }
  const topic = at(`${key}.topic`, () => config.getString('topic'));
  if (!TOPIC.test(topic) || topic === '.' || topic === '..') {
    throw invalid(`${key}.topic`, `"${topic}" is no name of a topic`);
  }
  const value = config.has('value')
    ? at(`${key}.value`, () => config.get<JsonValue>('value'))
    : STANDARD_BODY;
  const problem = problemOf(value, { values });
  if (problem) throw invalid(`${key}.value`, problem);
  const secret = at(`${key}.secret`, () => config.getOptionalString('secret'));
  const tls = readTls({ key, config });
  const sasl = readSasl({ key, config });
  return {
    transport: 'kafka-topic',
    bootstrapServers,
    topic,
    value,
    ...(secret && { secret }),
    ...(tls && { tls }),
    ...(sasl && { sasl }),
    shown: { bootstrapServers, topic, value },
  };
}

/** `tls: true` for a broker whose certificate the system knows. */
function readTls({ key, config }: Section): TopicReceiver['tls'] {
  if (config.getOptional('tls') === true) return {};
  const tls = at(`${key}.tls`, () => config.getOptionalConfig('tls'));
  const text = (name: string) =>
    at(`${key}.tls.${name}`, () => tls?.getOptionalString(name));
  const [ca, cert, privateKey] = [text('ca'), text('certificate'), text('key')];
  return (
    tls && {
      ...(ca && { ca }),
      ...(cert && { cert }),
      ...(privateKey && { key: privateKey }),
    }
  );
}

function readSasl({ key, config }: Section): TopicReceiver['sasl'] {
  const sasl = at(`${key}.sasl`, () => config.getOptionalConfig('sasl'));
  if (!sasl) return undefined;
  return at(`${key}.sasl`, () => {
    const wanted = sasl.getString('mechanism');
    const mechanism = MECHANISMS.find(each => each === wanted);
    if (!mechanism) {
      throw new Error(`"${wanted}" is none of ${MECHANISMS.join(', ')}`);
    }
    return {
      mechanism,
      username: sasl.getString('username'),
      password: sasl.getString('password'),
    };
  });
}
