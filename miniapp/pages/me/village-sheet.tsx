import { Sheet } from '../../components/sheet';
import { useCommand } from '../../hooks/use-command';
import { VillageSearch } from '../../places/village-search';
import { refreshMe } from '../../services/session';

/** Which village or community somebody lives in. */
export function VillageSheet({ onClose }: { onClose: () => void }) {
  const update = useCommand('me.update', '已记下');
  const live = (homeVillageCode: string) =>
    update.mutate(
      { homeVillageCode },
      {
        onSuccess: (me) => {
          refreshMe(me);
          onClose();
        },
      },
    );
  return (
    <Sheet title="您住在哪个村（社区）" onClose={onClose}>
      <VillageSearch onChoose={({ code }) => live(code)} disabled={update.isPending} />
    </Sheet>
  );
}
