// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

interface Layer {
  regexp: RegExp;
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route of an Express 4 router, for example `get /policy/status`. */
export function routesOf(router: unknown, prefix = ''): string[] {
  const { stack = [] } = router as { stack?: Layer[] };
  return stack.flatMap(({ regexp, route, handle }) => {
    if (route) {
      const path = `${prefix}${route.path === '/' ? '' : route.path}`;
      return Object.keys(route.methods).map(method => `${method} ${path}`);
    }
    // Express 4 keeps a mount path only as `^\/policy\/?(?=\/|$)`.
    const mount = /^\^\\\/([\w-]+)/.exec(regexp.source);
    return routesOf(handle, mount ? `${prefix}/${mount[1]}` : prefix);
  });
}
