// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BreakGlassRecord,
  MatrixPage,
} from '@fairway/backstage-plugin-ownership-common';
import type {
  ManagedResource,
  ModuleInspection,
  UnitAnswer,
  VettedModule,
} from '@fairway/backstage-plugin-self-service-common';
import type { Answer } from './fakeBackend';
import { bucket, database, inspectionOf, matrixOf } from './modules';

/** What is read of modules, units and the policy, in memory. */
export class FakeReads {
  modules: VettedModule[] = [database, bucket];
  inspect: (name: string, version: string) => ModuleInspection | undefined =
    inspectionOf;
  units: UnitAnswer[] = [];
  breakGlass: BreakGlassRecord[] = [];
  resources: ManagedResource[] = [];
  matrix: (query: URLSearchParams) => MatrixPage = matrixOf;
  /** By path: answered instead. */
  readonly instead = new Map<string, () => Answer<object>>();

  answer(path: string, query: URLSearchParams): Answer<object> | undefined {
    const instead = this.instead.get(path);
    if (instead) return instead();
    if (path === '/ownership/matrix') return this.matrix(query);
    if (path === '/ownership/break-glass') return { items: this.breakGlass };
    if (path === '/self-service/resources') return { items: this.resources };
    if (path === '/self-service/modules') return { items: this.modules };
    if (path === '/self-service/repositories/units') {
      const environment = query.get('environment');
      return {
        repoUrl: query.get('repoUrl'),
        baseSha: 'a'.repeat(40),
        hidden: 0,
        units: this.units.filter(
          unit => environment === null || unit.environment === environment,
        ),
      };
    }
    if (path === '/self-service/repositories/unit') {
      return this.units.find(unit => unit.path === query.get('path'));
    }
    const [, name, version] =
      /^\/self-service\/modules\/([^/]+)(?:\/versions\/([^/]+))?$/.exec(path) ??
      [];
    if (name === undefined) return undefined;
    return version === undefined
      ? this.modules.find(module => module.name === name)
      : this.inspect(name, version);
  }
}
