// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Apicurio, a schema registry with Confluent's API, for the suites: fetched by Maven, run by Java. No containers.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fetchWithMaven, findJava } from './java.mjs';
import { JAVA_FLAGS, JavaProcess } from './java-process.mjs';
import { freePort } from './ports.mjs';
import { runQuietly } from './processes.mjs';

// Older ones cannot be resolved by Maven.
const APICURIO = '3.3.3';
const DEPENDENCY_PLUGIN =
  'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';
const LEAST_JAVA = 21;
const STARTS_WITHIN_MS = 60_000;
const ARCHIVE = `io.apicurio:apicurio-registry-app:${APICURIO}:tar.gz:all`;

/** The folder with Apicurio, unpacked, fetched when it is not there. */
export async function fetchApicurio({ root }) {
  const home = await fetchWithMaven({
    root,
    name: `apicurio-${APICURIO}`,
    goals: folder => [
      `${DEPENDENCY_PLUGIN}:get`,
      `${DEPENDENCY_PLUGIN}:copy`,
      '-Dtransitive=false',
      `-Dartifact=${ARCHIVE}`,
      `-DoutputDirectory=${folder}`,
    ],
  });
  const unpacked = path.join(home, 'app');
  if (fs.existsSync(unpacked)) return unpacked;
  const archive = fs.readdirSync(home).find(name => name.endsWith('.tar.gz'));
  const partial = path.join(home, `app.partial-${process.pid}`);
  fs.mkdirSync(partial);
  const { code, output } = await runQuietly(
    'tar',
    ['-xzf', path.join('..', archive)],
    { cwd: partial },
  );
  if (code !== 0)
    throw new Error(`Apicurio could not be unpacked:\n${output.trim()}`);
  if (!fs.existsSync(unpacked)) fs.renameSync(partial, unpacked);
  return unpacked;
}

/**
 * Starts Apicurio in memory on a free loopback port. Answers `url`, where it speaks Confluent's API, and `stop`. The
 * global level is BACKWARD, as Confluent's registry has it from the start.
 */
export async function startApicurio({ root }) {
  const [app, java, port] = await Promise.all([
    fetchApicurio({ root }),
    findJava({ root, least: LEAST_JAVA }),
    freePort(),
  ]);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-apicurio-'));
  const jar = path.join(app, 'quarkus-run.jar');
  const registry = new JavaProcess({
    java,
    args: [
      ...JAVA_FLAGS,
      '-Xmx512m',
      '-Dquarkus.http.host=127.0.0.1',
      `-Dquarkus.http.port=${port}`,
      '-Dapicurio.ccompat.max-subjects=100000',
      '-Dapicurio.rest.deletion.artifact.enabled=true',
      '-Dapicurio.rest.deletion.artifact-version.enabled=true',
      '-Dapicurio.rest.deletion.group.enabled=true',
      '-jar',
      jar,
    ],
    log: path.join(folder, 'registry.log'),
    cwd: path.dirname(jar),
  });
  const url = `http://127.0.0.1:${port}/apis/ccompat/v7`;
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    await registry.start({
      what: 'Apicurio is ready',
      isReady: async () => {
        const answer = await fetch(`${url}/config`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ compatibility: 'BACKWARD' }),
        });
        return answer.ok;
      },
      withinMs: STARTS_WITHIN_MS,
    });
  } catch (error) {
    remove();
    throw error;
  }
  return {
    url,
    version: APICURIO,
    stop: async () => {
      await registry.stop();
      remove();
    },
  };
}
