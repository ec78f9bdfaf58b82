// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { DefaultRootHttpRouter } from '@backstage/backend-defaults/rootHttpRouter';

interface Layer {
  regexp: RegExp;
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/**
 * Watches what plugins mount from now on; call it before the backend starts.
 *
 * @returns what gives every route of them by then, for example
 *   `post self-service/changes`; `all` is a route of every method
 */
export function watchMountedRoutes(): () => string[] {
  const use = jest.spyOn(DefaultRootHttpRouter.prototype, 'use');
  return () =>
    use.mock.calls.flatMap(([path, router]) =>
      routesOf(router, path.replace(/^\/api\//, '')),
    );
}

/** Every route of an Express 4 router. */
function routesOf(router: unknown, prefix: string): string[] {
  const { stack = [] } = router as { stack?: Layer[] };
  return stack.flatMap(({ regexp, route, handle }) => {
    if (route) {
      const path = `${prefix}${route.path === '/' ? '' : route.path}`;
      const methods = Object.keys(route.methods);
      return methods.map(
        method => `${method === '_all' ? 'all' : method} ${path}`,
      );
    }
    // Express 4 keeps a mount path only as `^\/policy\/?(?=\/|$)`.
    const mount = /^\^\\\/([\w-]+)/.exec(regexp.source);
    return routesOf(handle, mount ? `${prefix}/${mount[1]}` : prefix);
  });
}
