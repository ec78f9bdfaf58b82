// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ActionTarget,
  SelfServiceAction,
} from '@fairway/backstage-plugin-self-service-common';

export const VIEWS = ['all', 'team', 'recent', 'pinned'] as const;
export type HubView = (typeof VIEWS)[number];

/** What the person looks for. */
export interface HubFilter {
  text: string;
  category?: string;
  view: HubView;
}

/** Whether somebody may, now or with what the form asks for. */
export const isPossible = ({
  decision,
  needs,
}: Pick<ActionTarget, 'decision' | 'needs'>): boolean =>
  decision === 'allow' || needs.length > 0;

/** Whether the policy lets the person run it nowhere. Without an environment only the form knows. */
export const isRefused = ({ targets }: SelfServiceAction): boolean =>
  targets.length > 0 && !targets.some(isPossible);

/** The actions that fit; recent ones and pinned ones in the order of those lists. */
export function filterActions(
  actions: SelfServiceAction[],
  filter: HubFilter,
  lists: { recent: string[]; pinned: string[] },
): SelfServiceAction[] {
  const { category, view } = filter;
  const text = filter.text.trim().toLowerCase();
  const fits = (action: SelfServiceAction) =>
    (category === undefined || action.category === category) &&
    [action.title, action.description ?? '', action.category, ...action.tags]
      .join('\n')
      .toLowerCase()
      .includes(text);
  if (view === 'recent' || view === 'pinned') {
    return lists[view].flatMap(ref => {
      const action = actions.find(({ templateRef }) => templateRef === ref);
      return action && fits(action) ? [action] : [];
    });
  }
  return actions.filter(
    action => fits(action) && (view === 'all' || !isRefused(action)),
  );
}

/** The environments by what an approval is there, each kind once; only where the person may. */
export function approvalsOf({
  targets,
}: SelfServiceAction): [NonNullable<ActionTarget['approval']>, string[]][] {
  return (['auto', 'people', 'nobody-can'] as const).flatMap(
    (approval): ReturnType<typeof approvalsOf> => {
      const environments = targets
        .filter(target => target.approval === approval)
        .map(({ environment }) => environment);
      return environments.length > 0 ? [[approval, environments]] : [];
    },
  );
}
