"""A picture's colours made fit for print: sRGB or grey, 8 bits a channel.

Works on decoded pixels of every mode Pillow has: palettes, bitmaps, 16 and 32 bits, CMYK,
Lab, and RGB with a profile of its own such as Adobe RGB or Display P3.
"""

from io import BytesIO

from PIL import Image, ImageChops, ImageCms


def is_proofed(image: Image.Image) -> bool:
    """Whether the picture is sRGB or grey already, without alpha."""
    return image.mode in ("L", "RGB") and _to_srgb(image) is None


def proofed(image: Image.Image) -> Image.Image:
    """The picture in sRGB or grey, 8 bits a channel; alpha only where something shines through.

    Grey stays grey. A profile that is broken or of another colour space is passed over.
    """
    image = _without_palette(_eight_bit(image))
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    if alpha is not None:
        image = image.convert(image.mode[:-1])
    printed = _in_srgb(image)
    if alpha is not None and alpha.getextrema() != (255, 255):
        printed.putalpha(alpha)
    return printed


def _eight_bit(image: Image.Image) -> Image.Image:
    if image.mode not in ("I", "F") and not image.mode.startswith("I;16"):
        return image
    deep = image.convert("F")
    low, high = deep.getextrema()
    if image.mode != "F" and low >= 0 and high <= 65535:  # type: ignore[operator]
        low, high = 0.0, 65535.0
    return _stretched(deep, low, high)  # type: ignore[arg-type]


def _stretched(deep: Image.Image, low: float, high: float) -> Image.Image:
    scale = 255 / (high - low) if high > low else 0.0
    grey = deep.point(lambda value: value * scale + (0.5 - low * scale)).convert("L")
    grey.info = {key: deep.info[key] for key in ("icc_profile",) if key in deep.info}
    return grey


def _without_palette(image: Image.Image) -> Image.Image:
    grey = image.mode in ("1", "L", "LA", "La")
    if image.has_transparency_data:
        return image.convert("LA" if grey else "RGBA")
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    return image.convert("L" if grey else "RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture's colours in sRGB; a profile that cannot be used is passed over."""
    target = "L" if image.mode == "L" else "RGB"
    transform = _to_srgb(image)
    if transform is None:
        return image.convert(target)
    return ImageCms.applyTransform(image, transform).convert(target)  # type: ignore[union-attr]


def _to_srgb(image: Image.Image) -> ImageCms.ImageCmsTransform | None:
    """From the picture's own colour space to sRGB; None if that would change nothing."""
    profile = image.info.get("icc_profile")
    if not profile:
        return None
    try:
        transform = ImageCms.buildTransform(
            ImageCms.getOpenProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            image.mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
    return None if _changes_nothing(transform, image.mode) else transform


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether a profile is sRGB in effect, whatever its name: tried on 216 colours."""
    if mode not in ("L", "RGB"):
        return False
    steps = range(0, 256, 51)
    colours = bytes(level for r in steps for g in steps for b in steps for level in (r, g, b))
    chart = Image.frombytes("RGB", (216, 1), colours).convert(mode)
    printed = ImageCms.applyTransform(chart, transform)
    apart = ImageChops.difference(chart.convert("RGB"), printed)  # type: ignore[arg-type]
    return max(high for _, high in apart.getextrema()) <= 4  # type: ignore[misc]
