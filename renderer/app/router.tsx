import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { NotFound, ScreenError } from './fault-screens.tsx';
import { Gate } from './gate.tsx';
import { places } from './places.ts';

/**
 * Addresses live behind the `#`: the same in Electron's `app://` and on the loopback server, and never sent anywhere.
 */
export const createAppRouter = () => {
  const root = createRootRoute({ component: Gate, notFoundComponent: NotFound, errorComponent: ScreenError });
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      // TanStack Router takes a thrown redirect.
      throw redirect({ to: '/today', replace: true }) as unknown as Error;
    },
  });
  const screens = places.map((place) =>
    createRoute({
      getParentRoute: () => root,
      path: place.path,
      component: place.screen,
      errorComponent: ScreenError,
    }),
  );
  // Links to a record's history may name what they lead to.
  const history = createRoute({
    getParentRoute: () => root,
    path: '/trust/record/$id',
    beforeLoad: ({ params }) => {
      throw redirect({ to: `/trust/${params.id}`, replace: true }) as unknown as Error;
    },
  });
  return createRouter({
    routeTree: root.addChildren([home, history, ...screens]),
    history: createHashHistory(),
    defaultNotFoundComponent: NotFound,
  });
};
