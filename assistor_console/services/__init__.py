"""Handlers: one function a request, one module a job."""
