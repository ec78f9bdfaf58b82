// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';

/** A page of ours, as the running app knows it. */
export interface Route {
  /** `self-service.request`, or the extension's id where it has no route ref. */
  name: string;
  /** With `:id` in place of a parameter. */
  path: string;
}

/**
 * Every page of our plugins, read from the app in the browser: what its route resolution says of each plugin's route
 * refs, and each page extension of its tree.
 */
export function ownRoutes(page: Page): Promise<Route[]> {
  return page.evaluate(async () => {
    // What React renders holds the app's APIs; the app offers them nowhere else.
    const root = document.getElementById('root')!;
    const [, container] = Object.entries(root).find(([key]) =>
      key.startsWith('__reactContainer$'),
    )!;
    const waiting: any[] = [container];
    let apis: any;
    while (waiting.length && !apis) {
      const fiber = waiting.pop();
      const held = fiber.memoizedProps?.apis;
      if (held?.get?.({ id: 'core.app-tree' })) apis = held;
      waiting.push(...[fiber.sibling, fiber.child].filter(Boolean));
    }
    const { tree } = apis.get({ id: 'core.app-tree' }).getTree();
    const resolution = apis.get({ id: 'core.route-resolution' });
    const routes = new Map<string, string>();
    const addressOf = (node: any): string => {
      const above = node.edges.attachedTo?.node;
      const path = node.instance?.getDataRefs?.()
        ? [...node.instance.getDataRefs()].some(
            (ref: any) => ref.id === 'core.routing.path',
          ) && node.instance.getData({ id: 'core.routing.path' })
        : undefined;
      const before = above ? addressOf(above) : '';
      return path ? `${before}/${path}`.replace(/\/+/g, '/') : before;
    };
    for (const node of tree.nodes.values()) {
      const { plugin, id } = node.spec;
      const { packageName } = await plugin.info();
      if (!packageName?.startsWith('@fairway/') || !node.instance) continue;
      if (/^(page|sub-page):/.test(id)) routes.set(id, addressOf(node));
      for (const [name, ref] of Object.entries<any>(plugin.routes)) {
        const parameters = Object.fromEntries(
          (ref.getParams?.() ?? []).map((key: string) => [key, `:${key}`]),
        );
        const link = resolution.resolve(ref);
        if (!link) throw new Error(`${plugin.id}.${name} leads nowhere`);
        routes.set(
          `${plugin.id}.${name}`,
          decodeURIComponent(link(parameters)),
        );
      }
    }
    return [...routes].map(([name, path]) => ({ name, path }));
  });
}

/** The addresses of all routes, each once: those of a request with each of these ids, those of a module with one. */
export function pathsOf(routes: Route[], requestIds: string[]): string[] {
  const paths = new Set(routes.map(({ path }) => path));
  return [...paths].flatMap(path => {
    if (path.includes('/requests/:id')) {
      return requestIds.map(id => path.replace(':id', id));
    }
    // Of Kafka nothing is there but the environments: the pages say so.
    const filled = path
      .replace(':environment', 'dev')
      .replace(/:(name|moduleName)\b/, 'postgres-database');
    if (filled.includes(':')) {
      throw new Error(`Say in support/routes.ts what fills ${path}`);
    }
    return [filled];
  });
}
