// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { formatRepoUrl, parseRepoUrl } from '@fairway/git-host';
import { secretLiterals } from '@fairway/iac';
import { changePayload } from '../actions/changePayload';
import { actionError } from '../errors';
import type { InitiatorContext, SelfService } from '../SelfService';
import { changedFiles, type WorkspaceChange } from './changedFiles';
import { type ChangeState, hashOf } from './changeState';

const PATHS_AT_ONCE = 50;

/** What {@link payloadOfWorkspace} takes. */
export interface PayloadOptions {
  selfService: SelfService;
  action: string;
  ctx: InitiatorContext & {
    workspacePath: string;
    task: { id: string };
    templateInfo?: { entityRef?: string };
  };
  input: {
    repoUrl: string;
    description?: string;
    request?: Record<string, string>;
    onExists?: 'fail' | 'replace';
    onBaseMoved?: 'merge' | 'fail';
    secretScan?: boolean;
    owner?: string;
  };
}

/**
 * What the workspace says that is to be changed, held against the base as it is now: what somebody else has changed
 * meanwhile is never written over.
 *
 * @throws what `changedFiles` throws; ConflictError `change-base-moved`, `change-base-changed`, `workspace-path-taken`;
 * InputError `change-other-repository`, `change-not-alone`, `secret-found`
 */
export async function payloadOfWorkspace(
  options: PayloadOptions,
): Promise<{ payload: JsonObject; changeId?: string; baseSha?: string }> {
  const { ctx, input } = options;
  const { workspacePath, task, signal } = ctx;
  const change = await changedFiles({
    workspacePath,
    taskId: task.id,
    signal,
  });
  const { files, state } = change;
  checkAlone(files);
  const repoUrl = formatRepoUrl(parseRepoUrl(input.repoUrl));
  if (state && state.repoUrl !== repoUrl) {
    throw actionError('change-other-repository', {
      repoUrl,
      known: state.repoUrl,
    });
  }
  const base = state && (await heldAgainstBase(change, state, options));
  if (input.secretScan ?? true) checkSecrets(files, base?.texts);
  return {
    payload: changePayload({
      repoUrl: input.repoUrl,
      files,
      description: input.description,
      request: input.request,
      // Files that were read are known to be there.
      onExists: change.known.length > 0 ? 'replace' : input.onExists,
      baseSha: base?.baseSha,
      ownerRef: input.owner,
      origin: { templateRef: ctx.templateInfo?.entityRef, taskId: task.id },
    }),
    changeId: state?.changeId,
    baseSha: base?.baseSha,
  };
}

/** The base as it is now, where nothing that the change touches is another than the task knew it. */
async function heldAgainstBase(
  { files, known }: WorkspaceChange,
  state: ChangeState,
  { selfService, action, ctx, input }: PayloadOptions,
): Promise<{ baseSha: string; texts: Map<string, string> }> {
  const { repoUrl, baseBranch } = state;
  const paths = files.map(({ path }) => path);
  const texts = new Map<string, string>();
  let baseSha: string | undefined;
  for (let from = 0; from < paths.length; from += PATHS_AT_ONCE) {
    const some = paths.slice(from, from + PATHS_AT_ONCE);
    const answer = await selfService.call(
      action,
      ctx,
      ({ infrastructure }, call) =>
        infrastructure.readFiles({ repoUrl, paths: some }, call),
    );
    const isOther = baseSha !== undefined && baseSha !== answer.baseSha;
    if (
      isOther ||
      (input.onBaseMoved === 'fail' && answer.baseSha !== state.baseSha)
    ) {
      throw actionError('change-base-moved', { baseBranch });
    }
    baseSha = answer.baseSha;
    for (const { path, content } of answer.files) texts.set(path, content);
  }
  for (const file of files) {
    const { path } = file;
    const now = texts.get(path);
    if (known.includes(path)) {
      const isAsRead = now !== undefined && hashOf(now) === state.files[path];
      if (!isAsRead) {
        throw actionError('change-base-changed', { path, baseBranch });
      }
    } else if (
      now !== undefined &&
      'content' in file &&
      now !== file.content &&
      input.onExists !== 'replace'
    ) {
      throw actionError('workspace-path-taken', { path });
    }
  }
  return { baseSha: baseSha!, texts };
}

/** What is destroyed is looked at on its own, on a branch of its own. */
function checkAlone(files: ChangeFile[]): void {
  const removed = files.find(
    file => 'delete' in file && file.path.endsWith('/terragrunt.hcl'),
  );
  const written = files.find(file => 'content' in file);
  if (!removed || !written) return;
  throw actionError('change-not-alone', {
    folder: removed.path.slice(0, removed.path.lastIndexOf('/')),
    path: written.path,
  });
}

/** Only what is new is looked at: what is there already is not this change's. */
function checkSecrets(
  files: ChangeFile[],
  texts: Map<string, string> = new Map(),
): void {
  for (const file of files) {
    if ('delete' in file) continue;
    const before = new Set(texts.get(file.path)?.split('\n'));
    const lines = file.content.split('\n');
    const [found] = secretLiterals(
      file.content,
      line => !before.has(lines[line - 1]),
    );
    if (found) throw actionError('secret-found', { path: file.path, ...found });
  }
}
