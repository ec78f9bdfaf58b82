// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { NextState } from '..';

/** Every edge of the documentation, written down a second time: `from event to`; a star only before anything irreversible. */
const DOCUMENTED = `
  draft submit pending
  draft discard cancelled
  draft draft-expire expired
  draft revise draft
  pending revise pending
  pending supersede pending
  pending auto-approve approved/queued
  pending approve approved/queued
  pending reject rejected
  pending request-changes changes-requested
  pending cancel cancelled
  pending expire expired
  changes-requested revise pending
  changes-requested supersede changes-requested
  changes-requested reject rejected
  changes-requested cancel cancelled
  changes-requested expire expired
  approved/queued revise pending *
  approved/queued supersede pending *
  approved/queued cancel approved/compensated *
  approved/queued compensate approved/compensated *
  approved/queued start approved/running
  approved/running revise pending *
  approved/running supersede pending *
  approved/running wait approved/waiting
  approved/running succeed approved/succeeded
  approved/running fail approved/failed
  approved/running partially-apply approved/partially-applied
  approved/waiting revise pending *
  approved/waiting supersede pending *
  approved/waiting cancel approved/compensated *
  approved/waiting compensate approved/compensated *
  approved/waiting resume approved/running
  approved/waiting succeed approved/succeeded
  approved/waiting fail approved/failed
  approved/waiting partially-apply approved/partially-applied
  approved/failed revise pending *
  approved/failed supersede pending *
  approved/failed retry approved/queued
  approved/partially-applied retry approved/queued
`;

export const named = ({ decision, execution }: NextState) =>
  execution === 'none' ? decision : `${decision}/${execution}`;

export const edges = new Map(
  DOCUMENTED.trim()
    .split('\n')
    .map(line => {
      const [from, event, to, star] = line.trim().split(' ');
      return [`${from} ${event}`, { to, onlyBefore: star === '*' }];
    }),
);
export const documentedStates = new Set(
  [...edges].flatMap(([key, { to }]) => [key.split(' ')[0], to]),
);
