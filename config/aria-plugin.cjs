const components = ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'ScrollView', 'Label', 'Switch', 'Map'];
const attributes = {
  'aria-role': 'i.ariaRole',
  'aria-label': 'i.ariaLabel',
  'aria-hidden': 'i.ariaHidden',
  'aria-checked': 'i.ariaChecked',
  'aria-selected': 'i.ariaSelected',
};

/** Taro's WeChat templates carry no aria-* at all; this writes them in, so that accessible names reach the phone. */
module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, Object.fromEntries(components.map((name) => [name, attributes])));
    },
  });
