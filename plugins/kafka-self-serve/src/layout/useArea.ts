// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useLocation } from 'react-router-dom';
import { rootRouteRef } from '../routes';

/** Areas that everybody sees, in the order of their tabs. */
export const AREAS = [
  'environments',
  'applications',
  'topics',
  'groups',
  'subjects',
  'drift',
  'policies',
  'my-requests',
  'to-decide',
] as const;
/** Shown to administrators; its address says so to everybody else. */
export const ADMINISTRATION = 'requests' as const;

export type Area = (typeof AREAS)[number] | typeof ADMINISTRATION;

/** Forms with an address of their own, and where they belong. */
const BELONGS: Readonly<Record<string, Area>> = {
  'new-environment': 'environments',
  'new-application': 'applications',
  'new-policy': 'policies',
};
const ALL: readonly string[] = [...AREAS, ADMINISTRATION];
const isArea = (name: string): name is Area => ALL.includes(name);

/** The area of the page that is shown, by its address; none where there is no page. */
export function useArea(): Area | undefined {
  const root = useRouteRef(rootRouteRef)?.() ?? '';
  const { pathname } = useLocation();
  const here = pathname.slice(pathname.indexOf(root) + root.length);
  const first = here.split('/').find(Boolean) ?? AREAS[0];
  return BELONGS[first] ?? (isArea(first) ? first : undefined);
}
