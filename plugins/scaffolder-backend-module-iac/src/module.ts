// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createBeginChangeAction } from './actions/createBeginChangeAction';
import { createHclEditAction } from './actions/createHclEditAction';
import { createModuleInspectAction } from './actions/createModuleInspectAction';
import { createProposeChangeAction } from './actions/createProposeChangeAction';
import { createRepositoryAction } from './actions/createRepositoryAction';
import { createRequestDispatchAction } from './actions/createRequestDispatchAction';
import { createStackUnitAction } from './actions/createStackUnitAction';
import { createTerraformModuleAction } from './actions/createTerraformModuleAction';
import { createTerragruntUnitAction } from './actions/createTerragruntUnitAction';
import { createUnitDestroyAction } from './actions/createUnitDestroyAction';
import { createUnitUpgradeAction } from './actions/createUnitUpgradeAction';
import { createValidateAction } from './actions/createValidateAction';
import { createYamlEditAction } from './actions/createYamlEditAction';
import { SelfService } from './SelfService';
import { readRegoSettings } from './validation/readRegoSettings';

/**
 * Scaffolder actions that write infrastructure as code to Git through self-service.
 *
 * @public
 */
export const scaffolderModuleIac = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'iac',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, config, discovery }) {
        const selfService = SelfService.create({ auth, discovery });
        actions.addActions(
          createBeginChangeAction({ selfService }),
          createHclEditAction({ selfService }),
          createYamlEditAction({ selfService }),
          createModuleInspectAction({ selfService }),
          createUnitUpgradeAction({ selfService }),
          createUnitDestroyAction({ selfService }),
          createStackUnitAction(),
          createTerraformModuleAction(),
          createValidateAction({ rego: readRegoSettings(config) }),
          createTerragruntUnitAction({ selfService }),
          createProposeChangeAction({ selfService, config }),
          createRequestDispatchAction({ selfService, config }),
          createRepositoryAction({ selfService, config }),
        );
      },
    });
  },
});
