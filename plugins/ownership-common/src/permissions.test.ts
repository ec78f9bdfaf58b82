// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { OWNERSHIP_ACTIONS } from './actions';
import { iacTargetPermissions, permissionFor } from './permissions';

describe('permissionFor', () => {
  it('knows a permission for every action', () => {
    expect(
      OWNERSHIP_ACTIONS.map(action => [action, permissionFor(action).name]),
    ).toEqual([
      ['service.plan', 'iac.environment.plan'],
      ['service.deploy', 'iac.environment.deploy'],
      ['service.destroy', 'iac.environment.destroy'],
      ['store.request', 'iac.datastore.change'],
      ['store.change', 'iac.datastore.change'],
      ['store.drop', 'iac.datastore.change'],
      ['protected-path.change', 'iac.environment.deploy'],
      ['dispatch.run', 'iac.environment.deploy'],
    ]);
  });

  it('answers none that is not registered', () => {
    const registered = new Set(iacTargetPermissions);
    for (const action of OWNERSHIP_ACTIONS) {
      expect(registered).toContain(permissionFor(action));
    }
  });
});
