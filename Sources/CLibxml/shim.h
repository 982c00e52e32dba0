/* Debian's libxml2 includes ICU's headers, whose types clash with those Foundation carries. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>
