const attribute = (name: string): { name: string; isAttr: true; type: 'String' } => ({
  name,
  isAttr: true,
  type: 'String',
});

/**
 * moddle descriptor of the settings that no other BPMN extension has a word for. Each may also be written as
 * `<zeebe:property name="obieg:<setting>.<attribute>" value="…"/>`, so that a stock modeler can set it.
 */
export const obiegModdle = {
  name: 'obieg',
  prefix: 'obieg',
  uri: 'http://obieg.eu/schema/1.0',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    {
      /** the public stage that is reached when the element is entered */
      name: 'Stage',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:FlowNode'] },
      properties: [attribute('id')],
    },
    {
      /** the role of whoever works in a lane: that of the tasks in it that name no candidates */
      name: 'Role',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:Lane'] },
      properties: [attribute('id')],
    },
    {
      /** statutory term of a task: ISO 8601 duration counted by the KPA calendar, and its legal basis */
      name: 'Term',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:UserTask'] },
      properties: [attribute('duration'), attribute('basis')],
    },
    {
      /** the task completes only with a signature of its holder in that field of that document */
      name: 'Signature',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:UserTask'] },
      properties: [attribute('document'), attribute('field')],
    },
  ],
};
