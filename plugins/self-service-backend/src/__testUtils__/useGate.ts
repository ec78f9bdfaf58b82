// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The gate as people meet it: a preview of files over HTTP, on a repository to which others push beside the portal.
import { parseRepoUrl } from '@fairway/git-host';
import { person, type Portal, startPortal } from './portal';
import { LIVE, MODULES_SOURCE } from './world';

/** A version that the catalog of modules has blocked. */
export const BLOCKED = 'v1.0.0';

/** The source of a module; without a version where that is empty. */
export const moduleSource = (name: string, ref = 'v1.1.0') =>
  `${MODULES_SOURCE}//modules/${name}${ref === '' ? '' : `?ref=${ref}`}`;

/** A portal for the tests of a file. */
export function useGate() {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      settings: {
        repositories: [
          { repoUrl: LIVE, apply: 'none', yaml: ['deploy/**/*.yaml'] },
        ],
      },
    });
  });

  afterAll(() => portal.stop());

  /** What the gate says: where it is allowed, the targets. */
  async function ask(
    files: Record<string, string | undefined>,
    name = 'pia',
    more: object = {},
  ): Promise<{ code?: string; message?: string; targets?: string[] }> {
    const { body } = await portal.send('post', '/requests/preview', {
      as: person(name),
      body: {
        kind: 'change',
        payload: {
          repoUrl: LIVE,
          onExists: 'replace',
          files: Object.entries(files).map(([path, content]) =>
            content === undefined ? { path, delete: true } : { path, content },
          ),
          ...more,
        },
      },
    });
    if (body.error) return body.error;
    return {
      targets: body.plan.targets.map(
        ({ action, targetRef, path }: Record<string, string>) =>
          `${action} ${targetRef} ${path}`,
      ),
    };
  }

  /** Puts files onto the main branch, as somebody beside the portal. */
  async function push(files: Record<string, string>): Promise<void> {
    const { host, git } = portal.world;
    const repository = parseRepoUrl(LIVE);
    const baseSha = (await host.resolve(repository, 'refs/heads/main'))!;
    const { commitSha } = await host.commit(repository, {
      branch: `pushed-${baseSha}`,
      baseSha,
      files: Object.entries(files).map(([path, content]) => ({
        path,
        content,
      })),
      message: 'More',
      trailers: [],
      author: { name: 'Platform', email: 'platform@acme.example' },
    });
    await git('update-ref', 'refs/heads/main', commitSha, baseSha);
  }

  return {
    ask,
    push,
    get portal() {
      return portal;
    },
  };
}
