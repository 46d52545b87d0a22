const bpmn = 'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const di =
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"';
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** A drawing as the bpmn.io editor saves it: colours in two vocabularies, labels, a collapsed subprocess with its own plane. */
const bpmnIo = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${bpmn} ${di} ${xsi} xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" id="Definitions_1a" targetNamespace="http://bpmn.io/schema/bpmn" exporter="bpmn-js (https://demo.bpmn.io)" exporterVersion="18.1.1">
  <bpmn:process id="Process_1a" isExecutable="false">
    <bpmn:documentation>Wniosek wpływa do sekretariatu.
  Druga linia, z „cudzysłowem” i &lt;znakami&gt;.</bpmn:documentation>
    <bpmn:startEvent id="StartEvent_1a" name="Wniosek&#10;wpłynął"><bpmn:outgoing>Flow_1a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:subProcess id="Activity_1a" name="Rozpatrzenie">
      <bpmn:incoming>Flow_1a</bpmn:incoming><bpmn:outgoing>Flow_2a</bpmn:outgoing>
      <bpmn:task id="Activity_2a" name="Sprawdź" />
    </bpmn:subProcess>
    <bpmn:endEvent id="Event_1a"><bpmn:incoming>Flow_2a</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_1a" sourceRef="StartEvent_1a" targetRef="Activity_1a" />
    <bpmn:sequenceFlow id="Flow_2a" sourceRef="Activity_1a" targetRef="Event_1a" />
    <bpmn:textAnnotation id="TextAnnotation_1a"><bpmn:text>Art. 35 § 3 k.p.a.</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="Association_1a" associationDirection="None" sourceRef="Activity_1a" targetRef="TextAnnotation_1a" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="BPMNDiagram_1a"><bpmndi:BPMNPlane id="BPMNPlane_1a" bpmnElement="Process_1a">
    <bpmndi:BPMNShape id="StartEvent_1a_di" bpmnElement="StartEvent_1a" bioc:stroke="#0d4372" bioc:fill="#bbdefb" color:background-color="#bbdefb" color:border-color="#0d4372"><dc:Bounds x="156" y="81.5" width="36" height="36" /><bpmndi:BPMNLabel color:color="#0d4372"><dc:Bounds x="150" y="124" width="49" height="27" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Activity_1a_di" bpmnElement="Activity_1a" isExpanded="false"><dc:Bounds x="250" y="60" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Event_1a_di" bpmnElement="Event_1a"><dc:Bounds x="412" y="82" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="TextAnnotation_1a_di" bpmnElement="TextAnnotation_1a"><dc:Bounds x="370" y="0" width="100" height="30" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="Flow_1a_di" bpmnElement="Flow_1a"><di:waypoint x="192" y="100" /><di:waypoint x="220" y="100" /><di:waypoint x="220" y="90.25" /><di:waypoint x="250" y="90.25" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="Flow_2a_di" bpmnElement="Flow_2a" color:border-color="#831311"><di:waypoint x="350" y="100" /><di:waypoint x="412" y="100" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="Association_1a_di" bpmnElement="Association_1a"><di:waypoint x="340" y="60" /><di:waypoint x="375" y="30" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
  <bpmndi:BPMNDiagram id="BPMNDiagram_2a"><bpmndi:BPMNPlane id="BPMNPlane_2a" bpmnElement="Activity_1a"><bpmndi:BPMNShape id="Activity_2a_di" bpmnElement="Activity_2a"><dc:Bounds x="180" y="60" width="100" height="80" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

/** Camunda Modeler, platform 7: attributes and nested extension elements that no reader here knows. */
const camunda7 = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${bpmn} ${di} ${xsi} xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_c7" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.30.0" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.22.0">
  <bpmn:process id="Process_c7" isExecutable="true" camunda:historyTimeToLive="180" camunda:candidateStarterGroups="urzad">
    <bpmn:extensionElements><camunda:executionListener class="org.example.Start" event="start" /></bpmn:extensionElements>
    <bpmn:startEvent id="start" camunda:initiator="author"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="review" name="Sprawdź" camunda:candidateGroups="clerks,heads" camunda:dueDate="\${dateTime().plusDays(7).toDate()}" camunda:formKey="embedded:app:forms/review.html">
      <bpmn:extensionElements>
        <camunda:formData><camunda:formField id="amount" label="Kwota" type="long" defaultValue="0"><camunda:validation><camunda:constraint name="min" config="1" /></camunda:validation></camunda:formField></camunda:formData>
        <camunda:inputOutput><camunda:inputParameter name="list"><camunda:list><camunda:value>a</camunda:value><camunda:value>b</camunda:value></camunda:list></camunda:inputParameter><camunda:outputParameter name="script"><camunda:script scriptFormat="groovy">x = 1 &lt; 2</camunda:script></camunda:outputParameter></camunda:inputOutput>
        <camunda:taskListener event="create" delegateExpression="\${notify}"><camunda:field name="to"><camunda:string>clerk</camunda:string></camunda:field></camunda:taskListener>
      </bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
      <bpmn:multiInstanceLoopCharacteristics isSequential="true" camunda:collection="schools" camunda:elementVariable="school" />
    </bpmn:userTask>
    <bpmn:serviceTask id="pay" camunda:type="external" camunda:topic="payments" camunda:asyncBefore="true"><bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R3/PT10M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:endEvent id="end"><bpmn:incoming>f3</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="review" /><bpmn:sequenceFlow id="f2" sourceRef="review" targetRef="pay" /><bpmn:sequenceFlow id="f3" sourceRef="pay" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

/** Camunda Modeler, platform 8: typed extensions beside an element template and a property that only we know. */
const camunda8 = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${bpmn} ${di} ${xsi} xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_c8" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.40.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
  <bpmn:process id="Process_c8" isExecutable="true">
    <bpmn:extensionElements><zeebe:versionTag value="v3" /></bpmn:extensionElements>
    <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="review" name="Sprawdź" zeebe:modelerTemplate="io.example.review" zeebe:modelerTemplateVersion="2" zeebe:modelerTemplateIcon="data:image/svg+xml;utf8,%3Csvg%2F%3E">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:formDefinition formId="review" /><zeebe:assignmentDefinition assignee="=author" candidateGroups="clerk@department" /><zeebe:taskSchedule dueDate="=now() + duration(&#34;P7D&#34;)" /><zeebe:priorityDefinition priority="30" /><zeebe:ioMapping><zeebe:input source="=amount" target="kwota" /><zeebe:output source="=wynik" target="decision" /></zeebe:ioMapping><zeebe:properties><zeebe:property name="obieg:stage" value="school" /></zeebe:properties></bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
      <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=schools" inputElement="school" outputCollection="answers" outputElement="=answer" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
    </bpmn:userTask>
    <bpmn:endEvent id="end"><bpmn:extensionElements><zeebe:executionListeners><zeebe:executionListener eventType="start" type="log" retries="2" /></zeebe:executionListeners></bpmn:extensionElements><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="review" /><bpmn:sequenceFlow id="f2" sourceRef="review" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

/** Signavio: the default namespace, ids that are UUIDs, metadata of its own at every element, a pool with lanes. */
const signavio = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ${di} ${xsi} xmlns:signavio="http://www.signavio.com" exporter="Signavio Process Editor, http://www.signavio.com" exporterVersion="16.12.0" expressionLanguage="http://www.w3.org/TR/XPath" id="sid-9f0" targetNamespace="http://www.signavio.com" typeLanguage="http://www.w3.org/2001/XMLSchema" xsi:schemaLocation="http://www.omg.org/spec/BPMN/20100524/MODEL http://www.omg.org/spec/BPMN/2.0/20100501/BPMN20.xsd">
  <collaboration id="sid-c01"><extensionElements><signavio:signavioDiagramMetaData metaKey="revisionid" metaValue="fa2b" /></extensionElements>
    <participant id="sid-p01" name="Urząd Miasta" processRef="sid-r01"><extensionElements><signavio:signavioMetaData metaKey="bgcolor" metaValue="#ffffff" /></extensionElements></participant></collaboration>
  <process id="sid-r01" isClosed="false" isExecutable="false" name="Urząd Miasta" processType="None">
    <extensionElements><signavio:signavioMetaData metaKey="vorlage" metaValue="" /></extensionElements>
    <laneSet id="sid-l00"><lane id="sid-l01" name="Referat"><extensionElements><signavio:signavioLabel align="center" bottom="false" distance="12.5" /></extensionElements><flowNodeRef>sid-s01</flowNodeRef><flowNodeRef>sid-t01</flowNodeRef><flowNodeRef>sid-e01</flowNodeRef></lane></laneSet>
    <startEvent id="sid-s01" name=""><extensionElements><signavio:signavioMetaData metaKey="bordercolor" metaValue="#000000" /></extensionElements><outgoing>sid-f01</outgoing></startEvent>
    <task completionQuantity="1" id="sid-t01" isForCompensation="false" name="Wydaj decyzję" startQuantity="1"><documentation id="sid-d01"><![CDATA[Termin: 30 dni & ani dnia dłużej]]></documentation><extensionElements><signavio:signavioMetaData metaKey="userstory" metaValue="&lt;p&gt;jako urzędnik&lt;/p&gt;" /></extensionElements><incoming>sid-f01</incoming><outgoing>sid-f02</outgoing></task>
    <endEvent id="sid-e01" name="Koniec"><incoming>sid-f02</incoming></endEvent>
    <sequenceFlow id="sid-f01" sourceRef="sid-s01" targetRef="sid-t01" /><sequenceFlow id="sid-f02" sourceRef="sid-t01" targetRef="sid-e01" />
  </process>
  <bpmndi:BPMNDiagram id="sid-x01"><bpmndi:BPMNPlane bpmnElement="sid-c01" id="sid-x02">
    <bpmndi:BPMNShape bpmnElement="sid-t01" id="sid-t01_gui"><dc:Bounds height="80.0" width="100.0" x="300.0" y="105.0" /><bpmndi:BPMNLabel labelStyle="sid-x03"><dc:Bounds height="12.0" width="69.5" x="315.3" y="137.0" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge bpmnElement="sid-f01" id="sid-f01_gui"><di:waypoint x="260.0" y="145.0" /><di:waypoint x="300.0" y="145.0" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane><bpmndi:BPMNLabelStyle id="sid-x03"><dc:Font isBold="false" isItalic="false" isStrikeThrough="false" isUnderline="false" name="Arial" size="12.0" /></bpmndi:BPMNLabelStyle></bpmndi:BPMNDiagram>
</definitions>`;

/** Flowable Design: its attributes, form properties in CDATA, an event of a registry. */
const flowable = `<?xml version='1.0' encoding='UTF-8'?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ${di} ${xsi} xmlns:flowable="http://flowable.org/bpmn" xmlns:design="http://flowable.org/design" typeLanguage="http://www.w3.org/2001/XMLSchema" expressionLanguage="http://www.w3.org/1999/XPath" id="flowable" targetNamespace="http://flowable.org/test" exporter="Flowable Design" exporterVersion="3.17" design:palette="flowable-work">
  <process id="wniosek" name="Wniosek" isExecutable="true" flowable:candidateStarterGroups="parents">
    <extensionElements><design:stencilid><![CDATA[BPMNDiagram]]></design:stencilid><design:language><![CDATA[Polish]]></design:language></extensionElements>
    <startEvent id="start" flowable:initiator="initiator" flowable:formKey="wniosekForm"><extensionElements><flowable:work-form-field-validation><![CDATA[false]]></flowable:work-form-field-validation></extensionElements></startEvent>
    <userTask id="check" name="Sprawdź" flowable:assignee="\${initiator}" flowable:formFieldValidation="true"><extensionElements><flowable:task-candidates-type><![CDATA[all]]></flowable:task-candidates-type><flowable:formProperty id="sum" name="Kwota" type="long" required="true"><flowable:value id="low" name="mało" /></flowable:formProperty></extensionElements></userTask>
    <serviceTask id="send" flowable:type="send-event" flowable:triggerable="true"><extensionElements><flowable:eventType><![CDATA[decyzja]]></flowable:eventType><flowable:eventInParameter source="\${sum}" target="kwota" targetType="long" /></extensionElements></serviceTask>
    <endEvent id="end" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="check"><extensionElements><design:display_ref_in_diagram><![CDATA[true]]></design:display_ref_in_diagram></extensionElements></sequenceFlow><sequenceFlow id="f2" sourceRef="check" targetRef="send" /><sequenceFlow id="f3" sourceRef="send" targetRef="end" />
  </process>
</definitions>`;

/** Files written here in the manner of each tool, with the extensions that it typically writes. */
export const toolFiles: Record<string, string> = {
  'bpmn.io': bpmnIo,
  'Camunda Modeler for 7': camunda7,
  'Camunda Modeler for 8': camunda8,
  Signavio: signavio,
  'Flowable Design': flowable,
};
