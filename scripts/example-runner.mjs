// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// An example of who does what is dispatched to a Kafka topic, or by a webhook: it runs Python and shell scripts of one folder, by their
// names, and reports how that went. What it has taken is committed only after the portal has accepted the end, so that
// nothing is lost when it is killed; and the portal takes one end alone, so that nothing counts twice. docs/dispatch.md
import path from 'node:path';
import { JobRunner } from './lib/example-runner/JobRunner.mjs';
import { readHooks } from './lib/example-runner/readHooks.mjs';
import { readTopic } from './lib/example-runner/readTopic.mjs';

const needed = name => {
  const value = process.env[name];
  if (!value) {
    console.error(`Set ${name}; docs/dispatch.md says to what.`);
    process.exit(1);
  }
  return value;
};

const end = new AbortController();
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(signal =>
  process.on(signal, () => end.abort()),
);

const state = path.resolve(needed('JOBS_STATE'));
const jobs = new JobRunner({
  scripts: path.resolve(needed('JOBS_SCRIPTS')),
  state,
  // Without, whoever may write to the topic is believed.
  secret: process.env.JOBS_SECRET,
  say: line => console.log(line),
  signal: end.signal,
});
const common = { handle: message => jobs.handle(message), signal: end.signal };

if (process.env.JOBS_PORT) {
  const port = Number(process.env.JOBS_PORT);
  await readHooks({
    ...common,
    port,
    state,
    accepts: message => jobs.accepts(message),
    onReady: () => console.log(`Waiting for jobs on port ${port}`),
  });
} else {
  const topic = needed('JOBS_TOPIC');
  await readTopic({
    ...common,
    bootstrapServers: needed('JOBS_BOOTSTRAP_SERVERS').split(','),
    topic,
    group: process.env.JOBS_GROUP ?? 'fairway-example-runner',
    ...(process.env.JOBS_USERNAME && {
      sasl: {
        mechanism: process.env.JOBS_MECHANISM ?? 'SCRAM-SHA-512',
        username: process.env.JOBS_USERNAME,
        password: needed('JOBS_PASSWORD'),
      },
    }),
    onReady: () => console.log(`Waiting for jobs on ${topic}`),
  });
}
