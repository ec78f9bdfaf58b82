// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { useActions } from '../__testUtils__/useActions';
import { createRepositoryAction } from './createRepositoryAction';
import { examples } from './createRepositoryAction.examples';

jest.setTimeout(60_000);

const at = useActions(parts => ({ action: createRepositoryAction(parts) }));

const INPUT = {
  repoUrl: 'local?owner=acme&repo=payments-api',
  sourcePath: 'repository',
  justification: 'It becomes a service of its own.',
};
const CONTENT = {
  'README.md': '# Payments\n',
  '.editorconfig': 'root = true\n',
};

const write = async () => {
  for (const [path, content] of Object.entries(CONTENT)) {
    await at.task.write(`repository/${path}`, content);
  }
  await at.task.write('notes.md', 'beside it');
};

describe('git:repository:create', () => {
  beforeEach(write);

  it('ends with a draft of exactly the folder, and is the same one again', async () => {
    const output = await at.task.run(at.action, INPUT);
    expect(output).toEqual({
      action: 'created',
      requestId: expect.any(String),
      requestUrl: `http://portal.test/self-service/requests/${output.requestId}`,
      files: ['.editorconfig', 'README.md'],
      diff: expect.stringContaining('+# Payments'),
      reviewers: ['group:default/platform'],
    });
    expect(output.diff).not.toContain('beside it');
    expect(await at.task.run(at.action, INPUT)).toEqual(output);
  });

  it('shows the files in a dry run, and writes nothing', async () => {
    const output = await at.task.run(at.action, INPUT, { isDryRun: true });
    expect(output).toEqual({
      files: ['.editorconfig', 'README.md'],
      diff: [
        'diff --git a/.editorconfig b/.editorconfig',
        'new file mode 100644',
        '--- /dev/null',
        '+++ b/.editorconfig',
        '@@ -0,0 +1 @@',
        '+root = true',
        'diff --git a/README.md b/README.md',
        'new file mode 100644',
        '--- /dev/null',
        '+++ b/README.md',
        '@@ -0,0 +1 @@',
        '+# Payments',
        '',
      ].join('\n'),
    });
  });

  it.each([true, false])(
    'is refused by the policy and the configuration, dry run or not (%s)',
    async isDryRun => {
      const attempt = (more: object, as = 'pia') =>
        at.task.run(at.action, { ...INPUT, ...more }, { as, isDryRun });
      await expect(attempt({}, 'nia')).rejects.toMatchObject({
        code: 'policy-denied',
      });
      const elsewhere = 'local?owner=other&repo=payments-api';
      await expect(attempt({ repoUrl: elsewhere })).rejects.toMatchObject({
        code: 'new-repository-not-allowed',
      });
      await expect(attempt({ visibility: 'public' })).rejects.toMatchObject({
        code: 'new-repository-visibility',
      });
    },
  );

  it('has to have something to begin with, in the workspace', async () => {
    for (const sourcePath of ['nowhere', '../..']) {
      const attempt = at.task.run(at.action, { ...INPUT, sourcePath });
      await expect(attempt).rejects.toMatchObject(
        sourcePath === 'nowhere'
          ? { code: 'workspace-empty' }
          : { name: 'NotAllowedError' },
      );
    }
  });

  it('stops when the task is cancelled', async () => {
    const signal = AbortSignal.abort();
    await expect(
      at.task.run(at.action, INPUT, { signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is for people', async () => {
    const credentials = mockCredentials.service('plugin:other');
    await expect(
      at.task.run(at.action, INPUT, { credentials }),
    ).rejects.toMatchObject({ code: 'user-required' });
  });

  it.each(examples.map(each => [each.description, each.example]))(
    'does as its example says: %s',
    async (_, example) => {
      const step = parse(example).steps[1];
      const isDryRun = true;
      const output = await at.task.run(at.action, step.input, { isDryRun });
      expect(output.files).toEqual(['.editorconfig', 'README.md']);
    },
  );
});
