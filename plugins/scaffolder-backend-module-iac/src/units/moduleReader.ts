// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ModuleInspection,
  VettedModule,
} from '@fairway/backstage-plugin-self-service-common';
import { actionError } from '../errors';
import type { InitiatorContext, SelfService } from '../SelfService';

/** Reads vetted modules as the person. */
export interface ModuleReader {
  /** By the source that units have, without version. @throws NotFoundError `module-not-vetted` */
  ofSource(source: string): Promise<VettedModule>;
  inspect(name: string, version: string): Promise<ModuleInspection>;
}

export function moduleReader(options: {
  selfService: SelfService;
  action: string;
  ctx: InitiatorContext;
}): ModuleReader {
  const { selfService, action, ctx } = options;
  return {
    async ofSource(source) {
      const modules = await selfService.call(action, ctx, (clients, call) =>
        clients.modules.listModules(call),
      );
      const [plain] = source.split('?');
      const module = modules.find(each => keyOf(each.source) === keyOf(plain));
      if (!module) throw actionError('module-not-vetted', { source });
      return module;
    },
    inspect: (name, version) =>
      selfService.call(action, ctx, ({ infrastructure }, call) =>
        infrastructure.inspectModule({ name, version }, call),
      ),
  };
}

/** The same for every spelling of one repository: over https or ssh, with and without `.git`. */
function keyOf(source: string): string {
  return source
    .replace(/^git::(https:\/\/|ssh:\/\/git@)/, '')
    .replace(/\.git\/\//, '//');
}
