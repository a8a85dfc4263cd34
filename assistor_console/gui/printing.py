"""Printing through Qt: a PDF's pages as pictures, fine enough for the barcode, on any printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ..domain.errors import Trouble

DPI = 600  # enough for the barcode; at 1200 a page would take half a gigabyte
POINTS = 72


def default_printer() -> QPrinter:
    """The printer this machine prefers, for letter paper; Trouble("letters_page.no_printer") without one."""
    chosen = QPrinterInfo.defaultPrinter()
    if chosen.isNull():
        found = QPrinterInfo.availablePrinters()
        if not found:
            raise Trouble("letters_page.no_printer")
        chosen = found[0]
    return QPrinter(chosen, QPrinter.PrinterMode.HighResolution)


def opened(content: bytes) -> QPdfDocument:
    """A PDF, read from memory; Trouble("letters_page.unreadable") where it is none."""
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise Trouble("letters_page.unreadable")
    return document


def print_pages(content: bytes, printer: QPrinter) -> int:
    """Prints a PDF at 600 dpi, one sheet a page; how many. May run beside the GUI.

    Raises Trouble: letters_page.unreadable, letters_page.print_failed.
    """
    document = opened(content)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageSize(QPageSize(document.pagePointSize(0), QPageSize.Unit.Point))
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble("letters_page.print_failed", printer=printer.printerName())
    try:
        for number in range(document.pageCount()):
            if number and not printer.newPage():
                raise Trouble("letters_page.print_failed", printer=printer.printerName())
            _print_page(document, number, painter, printer)
    finally:
        painter.end()
    return document.pageCount()


def _print_page(document: QPdfDocument, number: int, painter: QPainter, printer: QPrinter) -> None:
    points, dpi = document.pagePointSize(number), printer.resolution()
    size = (points * dpi / POINTS).toSize()
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), document.render(number, size))
