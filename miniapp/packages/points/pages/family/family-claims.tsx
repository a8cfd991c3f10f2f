import { View } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Answer } from '../../../../components/page';
import { usePages } from '../../../../hooks/use-pages';
import { ClaimLine } from '../../../../points/claim-line';

/** What of the family's is on its way to points, and what became of it. */
export function FamilyClaims() {
  const { query, more, hasMore } = usePages('claims.mine', { limit: 5 });
  return (
    <Answer query={query}>
      {(claims) =>
        claims.length > 0 && (
          <>
            <View className="strong">申请和评议</View>
            {claims.map((claim) => (
              <ClaimLine key={claim.id} claim={claim} />
            ))}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更早的申请
              </Button>
            )}
          </>
        )
      }
    </Answer>
  );
}
