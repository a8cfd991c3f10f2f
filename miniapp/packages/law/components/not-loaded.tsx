import { goBook } from '../../../booking/go';
import { Notice } from '../../../components/state';

/** Said where a text should be that was not imported. */
export function NotLoaded({ what }: { what: string }) {
  return (
    <Notice
      title={`${what}还没有装进服务台`}
      detail="常见问题照样能查。要看原文，可以问村里的法律顾问，或者打 12348。"
      next={{ label: '约律师', onTap: () => goBook() }}
    />
  );
}
