// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ApplyMode,
  type ChangePayload,
  lifetimeInWords,
} from '@fairway/backstage-plugin-self-service-common';
import type { GateAnswer } from '../gate/types';

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** What will be done, in the order in which it is. */
export function effectsOf(
  { repository, baseBranch, targets }: GateAnswer,
  options: {
    apply: ApplyMode;
    payload: Pick<ChangePayload, 'autoMerge' | 'lifetime'>;
  },
): string[] {
  const { autoMerge, lifetime } = options.payload;
  const into = `${baseBranch} of ${repository.owner}/${repository.repo}`;
  const isApplied = options.apply !== 'none';
  const [made, removed] = [false, true].map(isRemoval =>
    targets
      .filter(({ action }) => (action === 'service.destroy') === isRemoval)
      // As its digest covers them, they may not depend on the order in which the files are given.
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
  const names = (of: typeof targets) =>
    [...new Set(of.map(({ path }) => nameOf(path)))].join(', ');
  return [
    `A pull request into ${into} is opened`,
    'It is approved as the ownership policy asks',
    autoMerge
      ? `It is merged into ${baseBranch} by the host, as soon as its own rules are met`
      : `It is merged into ${baseBranch}`,
    ...made.map(({ path, module }) => {
      const what = module ? ` with ${module.name} ${module.version}` : '';
      return isApplied
        ? `${path} is applied${what}`
        : `${path} is there${what}, for whatever applies it: no pipeline is connected`;
    }),
    ...removed.map(({ path }) =>
      isApplied
        ? `${path} is removed, and what it made is destroyed`
        : `${path} is removed; destroying what it made is left to whatever applies it: no pipeline is connected`,
    ),
    ...(made.length > 0 ? [`The catalog shows ${names(made)} as ready`] : []),
    ...(removed.length > 0
      ? [`The catalog shows ${names(removed)} no longer`]
      : []),
    ...(lifetime
      ? [
          `Its life is ${lifetimeInWords(
            lifetime,
          )} from then on, unless it has an end already; at its end its removal is asked for`,
        ]
      : []),
  ];
}
