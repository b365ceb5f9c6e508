"""Pictures, colour profiles and metadata made for the tests: small, with every pixel known."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageStat

from printkit.pictures.photograph import Photograph


def encode_picture(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    """Return the bytes of a picture, as PNG or another format of Pillow."""
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def decode_photograph(photograph: Photograph) -> Image.Image:
    """Return the picture of a photograph, decoded."""
    image = Image.open(BytesIO(photograph.data))
    image.load()
    return image


def read_pixel(image: Image.Image, point: tuple[int, int]) -> tuple[int, ...]:
    """Return the channels of a pixel."""
    found = image.getpixel(point)
    assert isinstance(found, tuple)
    return found


def compare_pixels(one: Image.Image, other: Image.Image) -> int:
    """Return the greatest difference in any channel of any pixel."""
    return max(high for _, high in ImageStat.Stat(ImageChops.difference(one, other)).extrema)


def draw_quarters(width: int = 64, height: int = 48) -> Image.Image:
    """Draw a red, a green, a blue and a white quarter: a turned picture looks different."""
    image = Image.new("RGB", (width, height), "red")
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height // 2 - 1), fill="green")
    draw.rectangle((0, height // 2, width // 2 - 1, height), fill="blue")
    draw.rectangle((width // 2, height // 2, width, height), fill="white")
    return image


def draw_scene(width: int = 300, height: int = 200) -> Image.Image:
    """Draw a picture with the soft colours and the grain of a photograph."""
    soft = Image.linear_gradient("L").resize((width, height))
    round_ = Image.radial_gradient("L").resize((width, height))
    grain = Image.frombytes("L", (width, height), bytes(i * i % 251 for i in range(width * height)))
    return Image.merge("RGB", (soft, Image.blend(round_, grain, 0.1), ImageChops.invert(soft)))


def draw_steps(width: int = 700, height: int = 4200, step: int = 200) -> Image.Image:
    """Draw a tall infographic: a box with two lines of writing in each step, white rows between."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for top in range(0, height - step + 1, step):
        draw.rectangle((20, top + 12, width - 21, top + step - 13), outline="navy", width=3)
        for line in (top + step // 3, top + step // 2):
            for left in range(50, width - 90, 40):
                draw.rectangle((left, line, left + 24, line + step // 12), fill="black")
    return image


def draw_lab_scene() -> Image.Image:
    """Draw the scene in CIE Lab."""
    return _convert_to_lab(draw_scene(40, 30))


def _convert_to_lab(image: Image.Image) -> Image.Image:
    profiles = (ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"))
    made = ImageCms.applyTransform(image, ImageCms.buildTransform(*profiles, "RGB", "LAB"))
    assert made
    return made


def pack_fixed_point(*numbers: float) -> bytes:
    """Pack numbers as ICC profiles write numbers: 16 bits before the point, 16 after."""
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def build_profile(kind: bytes, space: bytes, pcs: bytes, blocks: dict[bytes, bytes]) -> bytes:
    """Build the smallest ICC profile that the standard allows."""
    blocks = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 5) + b"test\0" + b"\0" * 79,
        b"wtpt": b"XYZ \0\0\0\0" + pack_fixed_point(0.9642, 1.0, 0.8249),
        **blocks,
    }
    at, table, body = 132 + 12 * len(blocks), b"", b""
    for name, block in blocks.items():
        table += name + struct.pack(">II", at + len(body), len(block))
        body += block + b"\0" * (-len(block) % 4)
    head = struct.pack(">I4xI", at + len(body), 0x02400000) + kind + space + pcs
    head += struct.pack(">6H", 2019, 9, 13, 0, 0, 0) + b"acsp"
    head = (head.ljust(68, b"\0") + pack_fixed_point(0.9642, 1.0, 0.8249)).ljust(128, b"\0")
    return head + struct.pack(">I", len(blocks)) + table + body


def build_display_p3() -> bytes:
    """Build a profile with the wide colours of phones, and a plain gamma of 2.2."""
    primaries = {
        b"rXYZ": (0.5151, 0.2412, -0.0011),
        b"gXYZ": (0.2920, 0.6922, 0.0419),
        b"bXYZ": (0.1571, 0.0666, 0.7841),
    }
    columns = {name: b"XYZ \0\0\0\0" + pack_fixed_point(*xyz) for name, xyz in primaries.items()}
    curve = b"curv\0\0\0\0" + struct.pack(">IHxx", 1, round(2.2 * 256))
    curves = dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return build_profile(b"mntr", b"RGB ", b"XYZ ", columns | curves)


def build_odd_press() -> bytes:
    """Build a CMYK profile with magenta and yellow exchanged: only the profile can tell."""
    corners = [(c, m, y, k) for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)]
    lit = [(1 - c) * (1 - k) * 255 for c, _, _, k in corners]
    red = Image.frombytes("L", (16, 1), bytes(lit))
    green = Image.frombytes("L", (16, 1), bytes((1 - y) * (1 - k) * 255 for _, _, y, k in corners))
    blue = Image.frombytes("L", (16, 1), bytes((1 - m) * (1 - k) * 255 for _, m, _, k in corners))
    lab = _convert_to_lab(Image.merge("RGB", (red, green, blue)))
    table = b"".join(bytes(read_pixel(lab, (x, 0))) for x in range(16))
    ramp = bytes(range(256))
    lut = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + pack_fixed_point(1, 0, 0, 0, 1, 0, 0, 0, 1)
    return build_profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": lut + ramp * 4 + table + ramp * 3})


def build_png(width: int, height: int, depth: int, colour: int, rows: bytes) -> bytes:
    """Build a PNG byte by byte, of a kind that Pillow does not write."""

    def chunk(name: bytes, data: bytes) -> bytes:
        length, check = len(data), zlib.crc32(name + data)
        return struct.pack(">I", length) + name + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def add_segment(jpeg: bytes, marker: int, data: bytes) -> bytes:
    """Return a JPEG with one more segment at its start."""
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data + jpeg[2:]


def build_xmp(properties: str) -> bytes:
    """Build an XMP packet with these properties, given as XML."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"
  ><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  ><rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
  >{properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def build_iim(*datasets: tuple[int, int, bytes]) -> bytes:
    """Build IPTC-IIM datasets, each given as record, number and value."""
    return b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(value)) + value
        for record, number, value in datasets
    )


def build_photoshop_segment(datasets: bytes) -> bytes:
    """Build the JPEG segment that holds IPTC-IIM datasets."""
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(datasets)) + datasets
    return b"Photoshop 3.0\0" + block
