// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { formatRepoUrl, parseRepoUrl } from '@fairway/git-host';
import { at, invalid } from '../../config/at';
import { type ReadPart, readMilliseconds, type Section } from './section';
import { placesOf, problemOf } from './template';
import type { WorkflowReceiver } from './types';

const POLL = 15_000;
const LONGEST_POLL = 3_600_000;
/** The file alone: the host knows where workflows are. */
const FILE = /^[\w.-]+\.ya?ml$/;

export function readWorkflow(section: Section): ReadPart<WorkflowReceiver> {
  const { key, config, values } = section;
  const repoUrl = at(`${key}.repoUrl`, () =>
    formatRepoUrl(parseRepoUrl(config.getString('repoUrl'))),
  );
  const workflow = at(`${key}.workflow`, () => config.getString('workflow'));
  if (!FILE.test(workflow)) {
    throw invalid(
      `${key}.workflow`,
      `"${workflow}" is no file name such as "deploy.yaml"`,
    );
  }
  const ref = at(`${key}.ref`, () => config.getOptionalString('ref'));
  const names = at(`${key}.inputs`, () => config.getOptionalConfig('inputs'));
  const inputs =
    names &&
    Object.fromEntries(
      names.keys().map(name => {
        const text = at(`${key}.inputs.${name}`, () => names.getString(name));
        const problem = problemOf(text, { values });
        if (problem) throw invalid(`${key}.inputs.${name}`, problem);
        return [name, text];
      }),
    );
  if (inputs && !placesOf(inputs).includes('request.key')) {
    throw invalid(
      `${key}.inputs`,
      'no input is "{{ request.key }}", by which its run is found: give it to the run-name of the workflow',
    );
  }
  return {
    transport: 'github-workflow',
    repoUrl,
    workflow,
    ...(ref && { ref }),
    ...(inputs && { inputs }),
    pollMilliseconds: readMilliseconds(section, {
      name: 'poll',
      standard: POLL,
      most: LONGEST_POLL,
    }),
    shown: { repoUrl, workflow, ref, inputs },
  };
}
