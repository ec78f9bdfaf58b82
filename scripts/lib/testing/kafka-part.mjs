// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import path from 'node:path';
import { startApicurio } from '../apicurio.mjs';
import { startKafka } from '../kafka-broker.mjs';
import { kafkaVariables } from '../kafka-variables.mjs';
import { backstageCli } from '../portal.mjs';
import { Trouble } from '../trouble.mjs';
import { readJest, reportPart } from './part.mjs';

/** Test files that need Apache Kafka or Apicurio: a part of their own. */
export const BROKER_TESTS = '\\.broker\\.test\\.ts$';

const PACKAGE = 'plugins/kafka-self-serve-backend';

async function withBrokers({ root }) {
  const started = [];
  const stop = () => Promise.all(started.map(each => each.stop()));
  const kept = async starting => {
    const each = await starting;
    started.push(each);
    return each;
  };
  // All are waited for, so that none is left behind when one cannot start.
  const [none, sasl, tls, registry] = await Promise.allSettled([
    kept(startKafka({ root })),
    kept(startKafka({ root, nodes: 3, security: 'sasl' })),
    kept(startKafka({ root, security: 'tls' })),
    kept(startApicurio({ root })),
  ]);
  const failed = [none, sasl, tls, registry].find(
    ({ status }) => status === 'rejected',
  );
  if (failed) {
    await stop();
    const { reason } = failed;
    if (!(reason instanceof Trouble)) throw reason;
    return { notRun: `${reason.message} ${reason.remedy}` };
  }
  return {
    env: {
      ...kafkaVariables({
        none: none.value,
        sasl: sasl.value,
        tls: tls.value,
      }),
      FAIRWAY_TEST_REGISTRY: registry.value.url,
    },
    stop,
  };
}

/** The Kafka suites on Apache Kafka (open, secured with three nodes, TLS) and on Apicurio. */
export function kafkaPart(root) {
  return reportPart('kafka', {
    prepare: withBrokers,
    cwd: path.join(root, PACKAGE),
    command: ({ report }) => [
      process.execPath,
      backstageCli(root),
      'package',
      'test',
      '--no-watch',
      '--maxWorkers=2',
      '--json',
      '--outputFile',
      report,
      BROKER_TESTS,
    ],
    read: readJest,
  });
}
