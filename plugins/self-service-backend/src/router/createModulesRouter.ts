// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { VettedModules } from '../modules/VettedModules';

/** `/modules`: the vetted modules, for anybody who is signed in. */
export function createModulesRouter(options: {
  modules: VettedModules;
  inspector: ModuleInspector;
  httpAuth: HttpAuthService;
}): Router {
  const { modules, inspector, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/modules', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user'] });
    response.json({ items: await modules.list() });
  });

  router.get('/modules/:name', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user'] });
    response.json(await modules.get(request.params.name));
  });

  router.get('/modules/:name/versions/:version', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user'] });
    const { name, version } = request.params;
    response.json(await inspector.inspect(name, version));
  });

  return router;
}
