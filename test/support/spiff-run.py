"""Runs models with SpiffWorkflow: JSON on stdin, one answer for each model on stdout.

Of the tasks that are open, the first by name is completed each time, with the next data given for it.
"""
import json
import sys

from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.util.task import TaskState


def ready(workflow):
    return [
        task
        for task in workflow.get_tasks(state=TaskState.READY)
        if task.task_spec.manual and task.task_spec.bpmn_id is not None
    ]


def settle(workflow):
    """Until nothing moves; what waits for a signal is looked at as well."""
    workflow.do_engine_steps()
    workflow.refresh_waiting_tasks()
    workflow.do_engine_steps()


def run(model):
    parser = BpmnParser()
    parser.add_bpmn_str(model["xml"].encode())
    workflow = BpmnWorkflow(parser.get_spec("drawn"), parser.get_subprocess_specs("drawn"))
    workflow.get_next_task(state=TaskState.READY).data.update(model["variables"])
    given = {task: list(data) for task, data in model["data"].items()}
    seen = []
    settle(workflow)
    for _ in range(50):
        tasks = sorted(ready(workflow), key=lambda task: task.task_spec.bpmn_id)
        seen.append([task.task_spec.bpmn_id for task in tasks])
        if not tasks:
            break
        first = tasks[0]
        data = given.get(first.task_spec.bpmn_id, [])
        if data:
            first.data.update(data.pop(0))
        first.run()
        settle(workflow)
    return {"open": seen, "ended": workflow.is_completed()}


def attempt(model):
    try:
        return run(model)
    except Exception as error:  # what it cannot run is said, and is a difference
        return {"open": [], "ended": False, "error": f"{type(error).__name__}: {error}"}


json.dump([attempt(model) for model in json.load(sys.stdin)], sys.stdout)
