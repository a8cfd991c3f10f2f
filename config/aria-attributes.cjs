const names = ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'ScrollView', 'Label', 'Switch', 'Map'];
const attributes = ['aria-role', 'aria-label', 'aria-hidden', 'aria-checked', 'aria-selected'];

/** The accessibility attributes of each WeChat component, in the shape of Taro's component list: component → attribute → default. */
exports.components = Object.fromEntries(
  names.map((name) => [name, Object.fromEntries(attributes.map((attribute) => [attribute, '']))]),
);
