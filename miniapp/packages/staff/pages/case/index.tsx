import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { CaseColumn } from '../../components/case-column';
import { CaseFacts } from '../../components/case-facts';
import { Desk } from '../../components/desk';
import { useWide } from '../../hooks/use-wide';

/** One ticket, and whatever this person may do with it now. */
export default function CasePage() {
  const { id = '' } = useRouter().params;
  const query = useApi('tickets.get', { id }, { enabled: id !== '' });
  const wide = useWide();
  return (
    <Page title="办理" query={query} wide>
      {(ticket) =>
        wide ? (
          <Desk
            room="queue"
            main={<CaseColumn ticket={ticket} room={2} />}
            aside={
              <View className="desk-facts">
                <CaseFacts ticket={ticket} aspect={1.6} />
              </View>
            }
          />
        ) : (
          <Desk
            room="queue"
            plain
            main={
              <CaseColumn
                ticket={ticket}
                room={1}
                facts={
                  <Card tight>
                    <CaseFacts ticket={ticket} aspect={2} />
                  </Card>
                }
              />
            }
          />
        )
      }
    </Page>
  );
}
