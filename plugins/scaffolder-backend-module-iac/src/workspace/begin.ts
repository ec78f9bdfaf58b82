// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ChangeFile,
  ChangePayload,
  RepositoryFilesAnswer,
} from '@fairway/backstage-plugin-self-service-common';
import { formatRepoUrl, parseRepoUrl } from '@fairway/git-host';
import { actionError } from '../errors';
import type { InitiatorContext, SelfService } from '../SelfService';
import { type ChangeState, hashOf, readState, writeState } from './changeState';
import { readText, removeFile, writeText } from './files';

/** What {@link beginChange} takes. */
export interface Beginning {
  selfService: SelfService;
  /** Id of the action, for messages. */
  action: string;
  ctx: InitiatorContext & { workspacePath: string };
  repoUrl: string;
  /** Files and folders; what was read before is left as the task has it now. */
  paths: string[];
  targetBranchName?: string;
  /** A request whose files are taken up. */
  changeId?: string;
}

/**
 * Reads files of the base into the workspace, and notes what they are there and at which commit.
 *
 * @throws ConflictError `change-base-moved`; InputError `change-other-repository`, `workspace-file-exists`,
 * `target-branch-not-default`; what the backend refuses
 */
export async function beginChange(
  options: Beginning,
): Promise<{ answer: RepositoryFilesAnswer; state: ChangeState }> {
  const { selfService, action, ctx, changeId } = options;
  const { workspacePath } = ctx;
  const repoUrl = formatRepoUrl(parseRepoUrl(options.repoUrl));
  const known = await readState(workspacePath);
  if (known && known.repoUrl !== repoUrl) {
    throw actionError('change-other-repository', {
      repoUrl,
      known: known.repoUrl,
    });
  }
  const taken = changeId
    ? await filesOfChange({ selfService, action, ctx, repoUrl, changeId })
    : [];
  const paths = [
    ...new Set([...options.paths, ...taken.map(({ path }) => path)]),
  ];
  const answer = await selfService.call(
    action,
    ctx,
    ({ infrastructure }, call) =>
      infrastructure.readFiles({ repoUrl, paths }, call),
  );
  const { baseSha, baseBranch } = answer;
  const { targetBranchName } = options;
  if (targetBranchName && targetBranchName !== baseBranch) {
    throw actionError('target-branch-not-default', {
      targetBranchName,
      baseBranch,
    });
  }
  if (known && known.baseSha !== baseSha) {
    throw actionError('change-base-moved', { baseBranch });
  }
  ctx.signal?.throwIfAborted();
  const state: ChangeState = {
    ...known,
    repoUrl,
    baseBranch,
    baseSha,
    ...(changeId && { changeId }),
    files: { ...known?.files },
  };
  for (const { path, content } of answer.files) {
    if (state.files[path] !== undefined) continue;
    const there = await readText(workspacePath, path);
    if (there !== undefined && there !== content) {
      throw actionError('workspace-file-exists', { path });
    }
    await writeText(workspacePath, path, content);
    state.files[path] = hashOf(content);
  }
  for (const file of taken) {
    if ('content' in file) {
      await writeText(workspacePath, file.path, file.content);
    } else {
      await removeFile(workspacePath, file.path);
    }
  }
  await writeState(workspacePath, state);
  return { answer, state };
}

/** The files of a request that is there already: they are taken up from where it left them. */
async function filesOfChange(options: {
  selfService: SelfService;
  action: string;
  ctx: InitiatorContext;
  repoUrl: string;
  changeId: string;
}): Promise<ChangeFile[]> {
  const { selfService, action, ctx, repoUrl, changeId } = options;
  const { payload } = await selfService.call(
    action,
    ctx,
    ({ requests }, call) => requests.get(changeId, call),
  );
  const { repoUrl: own, files } = payload as unknown as ChangePayload;
  if (own === undefined || formatRepoUrl(parseRepoUrl(own)) !== repoUrl) {
    throw actionError('change-other-repository', {
      repoUrl,
      known: own ?? 'none',
    });
  }
  return files;
}

/**
 * The text of a file for a step that edits it: from the workspace, or read from the base where it is not there and the
 * repository is known.
 *
 * @throws NotFoundError `workspace-file-missing`, and as `beginChange` does
 */
export async function fileToEdit(
  options: Omit<Beginning, 'paths' | 'repoUrl'> & {
    path: string;
    repoUrl?: string;
  },
): Promise<string> {
  const { ctx, path } = options;
  const there = await readText(ctx.workspacePath, path);
  if (there !== undefined) return there;
  const state = await readState(ctx.workspacePath);
  const repoUrl = options.repoUrl ?? state?.repoUrl;
  // One that was read and is gone was removed by a step.
  if (repoUrl !== undefined && state?.files[path] === undefined) {
    await beginChange({ ...options, repoUrl, paths: [path] });
    const read = await readText(ctx.workspacePath, path);
    if (read !== undefined) return read;
  }
  throw actionError('workspace-file-missing', { path });
}
