import type Router from '@koa/router';
import { readPlaceCode, sceneOf } from '#shared/domain/codes/place-code';
import { AppError } from '#shared/errors';

const openPage = '/packages/codes/pages/open/index';

/** GET /q/<code>: the address printed on posters for browsers leads to the page that opens codes. */
export function mountCodeLink(router: Router): void {
  router.get('/q/:code', (http) => {
    const code = readPlaceCode(String(http.params.code));
    if (!code) throw new AppError('code_invalid');
    http.redirect(`${openPage}?scene=${encodeURIComponent(sceneOf(code))}`);
  });
}
