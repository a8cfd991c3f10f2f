import { KeptVillage } from '../../components/kept-village';
import { BooksView } from './books-view';
import './index.scss';

/** The rules of a village from behind: the version in force, the one being drafted, and the ones that were. */
export default function PointRulesPage() {
  return (
    <KeptVillage title="积分规则" withTemplate>
      {({ code }) => <BooksView key={code} villageCode={code} />}
    </KeptVillage>
  );
}
